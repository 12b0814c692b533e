package renditions.image.vips;

import java.util.List;
import renditions.batch.Cancellation;
import renditions.image.Encoded;
import renditions.image.Encoding;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.ImageProblem.Kind;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Rendered;
import renditions.image.Thumbnail;
import renditions.image.Thumbnailed;

/// Pixels that libvips holds in memory.
final class VipsPicture implements Picture {
    private final VipsLibrary vips;
    private final VipsImage pixels; // owned
    private final PixelSize size;

    private VipsPicture(VipsLibrary vips, VipsImage pixels) {
        this.vips = vips;
        this.pixels = pixels;
        size = pixels.size();
    }

    /// Takes the pixels over; closes them if this throws.
    static VipsPicture of(VipsLibrary vips, VipsImage pixels) {
        try {
            return new VipsPicture(vips, pixels);
        } catch (Throwable thrown) {
            pixels.close();
            throw thrown;
        }
    }

    @Override
    public PixelSize size() {
        return size;
    }

    @Override
    public Rendered resize(Cancellation cancellation, Geometry geometry) {
        vips.errors().forget();
        try {
            return VipsPicture.of(vips, new Shaping(pixels, size).in(cancellation, geometry));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, Kind.ENGINE);
        }
    }

    /// The encoding works on an image of its own that shares these pixels: a kill flag for one encoding must not
    /// stop another one of the same picture, and must not stay on the picture for the next.
    @Override
    public Encoded encode(Cancellation cancellation, Encoding encoding) {
        vips.errors().forget();
        boolean fadingGrey = encoding.format() == Format.JPEG && pixels.bands() == 2;
        try (var copy = fadingGrey ? Shaping.ready(pixels, encoding.background()) : pixels.copy();
                var save = saver(copy, encoding)) {
            return Killable.run(cancellation, List.of(copy), () -> save.encoded(size, encoding.format()));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, Kind.ENGINE);
        }
    }

    /// `keep=none`: libvips would otherwise copy EXIF (with the place the photo was taken), XMP, IPTC and the
    /// colour profile.
    private static VipsOperation saver(VipsImage image, Encoding encoding) throws VipsFailure {
        var quality = ",Q=" + encoding.quality();
        return switch (encoding.format()) {
            case JPEG -> {
                var background = ",background=" + Shaping.numbers(encoding.background(), image.bands() <= 2 ? 1 : 3);
                yield image.operation("jpegsave_buffer", "keep=none,optimize_coding=true" + background + quality);
            }
            case PNG -> image.operation("pngsave_buffer", "keep=none,compression=6");
            case WEBP -> image.operation("webpsave_buffer", "keep=none,effort=2" + quality);
            case AVIF -> image.operation("heifsave_buffer", "keep=none,compression=av1,effort=2" + quality);
            case GIF, TIFF -> throw new IllegalArgumentException("not a format for renditions: " + encoding.format());
        };
    }

    @Override
    public Thumbnailed thumbnail(Cancellation cancellation) {
        vips.errors().forget();
        try (var scaled = new Shaping(pixels, size).scaled(Thumbnail.sizeFor(size));
                var small = scaled.inMemory(cancellation, scaled)) {
            return new Thumbnail(small.size(), rgba(small.samples(), small.bands()));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, Kind.ENGINE);
        }
    }

    /// Turns grey, grey and alpha, or sRGB into sRGB and alpha.
    private static byte[] rgba(byte[] samples, int bands) {
        boolean grey = bands <= 2;
        boolean opaque = bands % 2 == 1;
        var rgba = new byte[samples.length / bands * 4];
        for (int from = 0, to = 0; to < rgba.length; from += bands, to += 4) {
            rgba[to] = samples[from];
            rgba[to + 1] = samples[grey ? from : from + 1];
            rgba[to + 2] = samples[grey ? from : from + 2];
            rgba[to + 3] = opaque ? (byte) 255 : samples[from + bands - 1];
        }
        return rgba;
    }

    @Override
    public void close() {
        pixels.close();
    }
}
