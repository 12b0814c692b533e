package renditions.image.vips;

import java.util.List;
import renditions.batch.Cancellation;

/// Native work that a cancellation stops, by the kill flags of libvips' images: the one place where they are set.
///
/// libvips looks at the flag of an image when it asks that image for pixels. So a decode is given its decoder's image,
/// which is asked for every few lines, and the last image of its pipeline; an encoding the image that it reads.
///
/// The flag is volatile: libvips clears it when evaluation starts and when it reads it. Whoever cancels therefore sets
/// it again and again until the registration is closed; after that nobody touches the images, so they may be freed.
///
/// Source: libvips `sink.c`, `region.c`, `image.c` (`vips_image_set_kill`, `vips_image_iskilled`).
final class Killable {
    private Killable() {}

    /// Runs work that evaluates these images.
    ///
    /// @throws VipsFailure also if it was cancelled, before or meanwhile
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
