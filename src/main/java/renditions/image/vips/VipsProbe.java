package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.Probed;
import renditions.image.Storage;

/// Reads a picture's header and checks it against the limits.
final class VipsProbe {
    private final VipsLibrary vips;

    VipsProbe(VipsLibrary vips) {
        this.vips = vips;
    }

    Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        if (cancellation.isCancelled()) {
            return new ImageProblem.Stopped();
        }
        if (bytes.byteSize() == 0) {
            return Kind.EMPTY.because(""); // libvips takes no empty input
        }
        vips.errors().forget();
        return vips.loader(bytes)
                .map(loader -> Coding.unreadable(loader, bytes)
                        .<Probed>map(Kind.UNSUPPORTED::because)
                        .orElseGet(() -> open(cancellation, loader, bytes, limits)))
                .orElseGet(() -> Signatures.problem(bytes));
    }

    private Probed open(Cancellation cancellation, Loader loader, MemorySegment bytes, ImageLimits limits) {
        try (var image = vips.open(loader, bytes, "access=sequential,fail_on=error" + loader.page(bytes))) {
            if (loader == Loader.HEIF && !image.has("heif-compression", "av1")) {
                return Kind.UNSUPPORTED.because(Signatures.HEIC); // it opens, but its pixels cannot be decoded
            }
            return within(limits, header(loader, image, bytes));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, Kind.CORRUPT);
        }
    }

    private static Header header(Loader loader, VipsImage image, MemorySegment bytes) {
        var stored = image.size();
        var upright = image.liesOnItsSide() ? stored.turned() : stored;
        return new Header(
                loader.format(),
                upright,
                Math.max(1, image.number("n-pages", 1)),
                image.has(VipsImage.PROFILE)
                        || Completion.profile(image, bytes, loader.format()).isPresent(),
                loader.atOnce() || image.number("interlaced", 0) != 0,
                storage(loader, image, bytes));
    }

    private static Storage storage(Loader loader, VipsImage image, MemorySegment bytes) {
        long blockPixels = loader == Loader.TIFF ? new TiffFile(bytes).shown().blockPixels(image.size()) : 0;
        boolean lossless = loader == Loader.JPEG && new JpegFrame(bytes).coding() == JpegFrame.LOSSLESS;
        long copyBytes = loader == Loader.JPEG && JpegEnd.isMissing(bytes) ? bytes.byteSize() : 0;
        return new Storage(image.bands(), image.sampleBytes(), blockPixels, !lossless, copyBytes);
    }

    /// Frames are not counted: only the first is decoded. To count them would refuse a scan of thirty pages and
    /// protect nothing.
    private static Probed within(ImageLimits limits, Header header) {
        var limit =
                header.decodedAtOnce() ? Math.min(limits.maxPixels(), limits.maxPixelsAtOnce()) : limits.maxPixels();
        return header.size().pixels() <= limit ? header : ImageProblem.tooLarge(header.size(), limit);
    }
}
