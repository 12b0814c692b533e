package renditions.runtime;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
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

/// Pictures of all sizes, from one pixel to 24 megapixels, and what is none. Each is made when it is first asked
/// for. Used by one thread.
final class Album {
    /// From small to large.
    private static final List<Photo> PHOTOS = List.of(
            new Photo(1, 1, Format.PNG),
            new Photo(40, 30, Format.JPEG),
            new Photo(33, 44, Format.WEBP),
            new Photo(400, 300, Format.JPEG),
            new Photo(640, 480, Format.PNG),
            new Photo(800, 600, Format.WEBP),
            new Photo(1600, 1200, Format.JPEG),
            new Photo(1600, 1200, Format.PNG),
            new Photo(2000, 1500, Format.WEBP),
            new Photo(4000, 3000, Format.JPEG),
            new Photo(4000, 3000, Format.PNG),
            new Photo(3000, 4000, Format.WEBP),
            new Photo(6000, 4000, Format.JPEG));

    private final EnginePictures engine = new EnginePictures(VipsImages.load(System.getenv("LIBVIPS"), null));
    private final Map<Photo, byte[]> made = new HashMap<>();

    private record Photo(int width, int height, Format format) {}

    /// How many there are.
    static int size() {
        return PHOTOS.size();
    }

    /// A picture, larger with its number, which begins with 0.
    byte[] photo(int number) {
        var photo = PHOTOS.get(number);
        return made.computeIfAbsent(photo, _ -> encoded(photo));
    }

    /// The same, cut off in the middle.
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
        return switch (photo.format) {
            case PNG -> ImageFiles.png(image);
            case WEBP -> engine.encoded(ImageFiles.png(image), Format.WEBP, 80);
            case JPEG -> ImageFiles.jpeg(image);
            case GIF, TIFF, AVIF -> throw new IllegalArgumentException(photo.toString());
        };
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
