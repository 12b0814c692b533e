package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.PixelSize;
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
        try (var image = vips.open(loader, bytes)) {
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
                image.has("icc-profile-data"),
                loader.atOnce() || image.number("interlaced", 0) != 0,
                new Storage(image.bands(), image.sampleBytes(), blockPixels(loader, bytes, stored)));
    }

    private static long blockPixels(Loader loader, MemorySegment bytes, PixelSize stored) {
        return loader == Loader.TIFF ? new TiffDirectory(bytes).blockPixels(stored) : 0;
    }

    /// Frames are not counted: only the first is decoded. To count them would refuse a scan of thirty pages and
    /// protect nothing.
    private static Probed within(ImageLimits limits, Header header) {
        var limit =
                header.decodedAtOnce() ? Math.min(limits.maxPixels(), limits.maxPixelsAtOnce()) : limits.maxPixels();
        return header.size().pixels() <= limit ? header : ImageProblem.tooLarge(header.size(), limit);
    }
}
