package renditions.runtime;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import renditions.image.Format;
import renditions.image.vips.VipsImages;
import renditions.local.EnginePictures;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;

/// Pictures of all sizes, from one pixel to 49 million, and files that are no pictures. Each is made when it is
/// first used. Used by one thread.
///
/// One of them is all grain: to encode it as AVIF takes several times as long as is learned from the others, so
/// that the encoding, which cannot be stopped, outlasts the answer.
final class Photos {
    /// From small to large. Interlaced pictures and WebPs are decoded in one go, which cannot be stopped.
    private static final List<Photo> PHOTOS = List.of(
            new Photo(1, 1, Kind.PNG),
            new Photo(40, 30, Kind.JPEG),
            new Photo(33, 44, Kind.WEBP),
            new Photo(400, 300, Kind.JPEG),
            new Photo(640, 480, Kind.PNG),
            new Photo(800, 600, Kind.WEBP),
            new Photo(1600, 1200, Kind.JPEG),
            new Photo(1600, 1200, Kind.PNG),
            new Photo(1600, 1200, Kind.GRAIN),
            new Photo(2000, 1500, Kind.WEBP),
            new Photo(4000, 3000, Kind.JPEG),
            new Photo(4000, 3000, Kind.PNG),
            new Photo(3000, 4000, Kind.WEBP),
            new Photo(6000, 4000, Kind.JPEG),
            new Photo(7000, 7000, Kind.INTERLACED_PNG));

    /// The number of the picture that is all grain.
    static final int GRAIN = 8;

    private final EnginePictures engine = new EnginePictures(VipsImages.load(System.getenv("LIBVIPS"), null));
    private final Map<Photo, byte[]> made = new HashMap<>();

    private record Photo(int width, int height, Kind kind) {}

    private enum Kind {
        JPEG,
        PNG,
        INTERLACED_PNG,
        WEBP,
        GRAIN
    }

    /// How many there are.
    static int size() {
        return PHOTOS.size();
    }

    /// A picture; its size grows with its number, which begins at 0.
    byte[] photo(int number) {
        var photo = PHOTOS.get(number);
        return made.computeIfAbsent(photo, _ -> encoded(photo));
    }

    /// The same picture, cut off in the middle.
    byte[] cut(int number) {
        var whole = photo(number);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /// Bytes that are no picture.
    static byte[] noise(long seed) {
        var bytes = new byte[3000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private byte[] encoded(Photo photo) {
        var image = scaled(photo);
        return switch (photo.kind) {
            case JPEG -> ImageFiles.jpeg(image);
            case PNG -> ImageFiles.png(image);
            case INTERLACED_PNG -> ImageFiles.interlacedPng(image);
            case WEBP -> engine.encoded(ImageFiles.png(image), Format.WEBP, 80);
            case GRAIN -> engine.encoded(ImageFiles.png(grain(photo)), Format.JPEG, 5); // few bytes, like the others
        };
    }

    private static BufferedImage grain(Photo photo) {
        var image = new BufferedImage(photo.width, photo.height, BufferedImage.TYPE_BYTE_GRAY);
        var grains = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        new Random(photo.width).nextBytes(grains);
        return image;
    }

    private static BufferedImage scaled(Photo photo) {
        var large = new BufferedImage(photo.width, photo.height, BufferedImage.TYPE_INT_RGB);
        var brush = large.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(Drawing.photo(200, 150), 0, 0, photo.width, photo.height, null);
        brush.dispose();
        return large;
    }
}
