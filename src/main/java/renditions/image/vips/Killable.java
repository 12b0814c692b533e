package renditions.image.vips;

import java.util.List;
import renditions.batch.Cancellation;

/// Runs native work that a cancellation stops through the kill flags of libvips' images. No other place sets these
/// flags.
///
/// libvips looks at the flag of an image when it asks that image for pixels. So a decode passes the decoder's
/// image, which libvips asks for every few lines, and the last image of the pipeline; an encoding passes the image
/// that it reads.
///
/// The flag does not last: libvips clears it when evaluation starts and when it reads it. The canceller therefore
/// sets it again and again until the registration is closed. After that nobody touches the images, so they may be
/// freed.
///
/// Source: libvips `sink.c`, `region.c`, `image.c` (`vips_image_set_kill`, `vips_image_iskilled`).
final class Killable {
    private Killable() {}

    /// Runs work that evaluates these images.
    ///
    /// @throws VipsFailure if the work fails or is cancelled, before or while it runs
    static <T> T run(Cancellation cancellation, List<VipsImage> images, Work<T> work) throws VipsFailure {
        if (cancellation.isCancelled()) {
            throw new VipsFailure("");
        }
        try (var _ = cancellation.onCancel(() -> images.forEach(VipsImage::kill))) {
            return work.run();
        }
    }

    interface Work<T> {
        T run() throws VipsFailure;
    }
}
