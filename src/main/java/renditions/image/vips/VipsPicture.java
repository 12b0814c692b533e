package renditions.image.vips;

import renditions.batch.Cancellation;
import renditions.image.Encoded;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.ImageProblem;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Rendered;

/// Pixels that libvips holds in memory.
final class VipsPicture implements Picture {
    private final VipsLibrary vips;
    private final VipsImage pixels; // owned
    private final PixelSize size;

    VipsPicture(VipsLibrary vips, VipsImage pixels) {
        this.vips = vips;
        this.pixels = pixels;
        size = pixels.size();
    }

    @Override
    public PixelSize size() {
        return size;
    }

    @Override
    public Rendered resize(Cancellation cancellation, Geometry geometry) {
        vips.errors().forget();
        try (var scaled = scaled(geometry.scaled());
                var cut = cut(scaled, geometry)) {
            return new VipsPicture(vips, cut.inMemory(cancellation, scaled));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, ImageProblem.EngineFailed::new);
        }
    }

    /// With transparency the colours of invisible pixels must not bleed into visible ones: `thumbnail_image` sees
    /// to that.
    private VipsImage scaled(PixelSize to) throws VipsFailure {
        try (var thumbnail = pixels.operation("thumbnail_image")) {
            return thumbnail
                    .set("width=%d,height=%d,size=force".formatted(to.width(), to.height()))
                    .image();
        }
    }

    private VipsImage cut(VipsImage scaled, Geometry geometry) throws VipsFailure {
        var whole = geometry.scaled();
        var cut = geometry.cut();
        try (var area = new VipsOperation(vips, "extract_area").set("input", scaled)) {
            var left = (whole.width() - cut.width()) / 2;
            var top = (whole.height() - cut.height()) / 2;
            return area.set("left=%d,top=%d,width=%d,height=%d".formatted(left, top, cut.width(), cut.height()))
                    .image();
        }
    }

    /// Works on an image of its own that shares these pixels: a kill flag set for one encoding must not stop
    /// another one of the same picture beside it, nor stay on the picture for the next.
    @Override
    public Encoded encode(Cancellation cancellation, Format format, int quality) {
        vips.errors().forget();
        try (var copying = pixels.operation("copy");
                var copy = copying.image();
                var save = copy.operation(saver(format))) {
            save.set(options(format, quality));
            return copy.whileKillable(cancellation, () -> new VipsEncoded(vips.calls(), save.blob(), size, format));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, ImageProblem.EngineFailed::new);
        }
    }

    private static String saver(Format format) {
        return switch (format) {
            case JPEG -> "jpegsave_buffer";
            case PNG -> "pngsave_buffer";
            case WEBP -> "webpsave_buffer";
            case GIF, TIFF, AVIF -> throw new IllegalArgumentException("not a format for renditions: " + format);
        };
    }

    /// `keep=none`: libvips would otherwise copy EXIF (with the place the photo was taken), XMP, IPTC and the
    /// colour profile.
    private static String options(Format format, int quality) {
        return switch (format) {
            case JPEG -> "keep=none,optimize_coding=true,background=255,Q=" + quality;
            case PNG -> "keep=none,compression=6";
            case WEBP -> "keep=none,effort=2,Q=" + quality;
            case GIF, TIFF, AVIF -> throw new IllegalArgumentException("not a format for renditions: " + format);
        };
    }

    @Override
    public void close() {
        pixels.close();
    }
}
