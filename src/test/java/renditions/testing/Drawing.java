package renditions.testing;

import java.awt.image.BufferedImage;
import java.util.Random;

/// Computed pictures, the same every time. They are smooth, so that a good resize has one right result, and
/// different in every corner and channel, so that a turned, mirrored or miscoloured picture differs much.
public final class Drawing {
    private Drawing() {}

    /// An opaque picture.
    public static BufferedImage photo(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        fill(image, (x, y) -> rgb(x, y));
        return image;
    }

    /// The same picture in grey.
    public static BufferedImage grey(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        fill(image, (x, y) -> rgb(x, y));
        return image;
    }

    /// The same picture, opaque on the left and more and more transparent towards the right.
    public static BufferedImage fading(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        fill(image, (x, y) -> (rgb(x, y) & 0xffffff) | (channel(255 * (1.6 - 1.5 * x)) << 24));
        return image;
    }

    /// Red in the left half; in the right half green that is invisible, because it is transparent.
    public static BufferedImage hiddenGreen(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        fill(image, (x, y) -> x < 0.5 ? 0xffff0000 : 0x0000ff00);
        return image;
    }

    /// A picture that no encoding makes small.
    public static BufferedImage noise(int width, int height) {
        var random = new Random(1);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        fill(image, (x, y) -> random.nextInt());
        return image;
    }

    /// Waves of different lengths in each channel, darker towards one corner.
    private static int rgb(double x, double y) {
        var shade = 1 - 0.35 * x - 0.25 * y;
        var red = 150 + 90 * Math.sin(5 * x + 2 * y);
        var green = 130 + 100 * Math.sin(1 + 3 * y - 2 * x);
        var blue = 120 + 100 * Math.cos(7 * y * x + 2 * x);
        return 0xff000000 | channel(red * shade) << 16 | channel(green * shade) << 8 | channel(blue * shade);
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static void fill(BufferedImage image, Colours colours) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colours.at((x + 0.5) / image.getWidth(), (y + 0.5) / image.getHeight()));
            }
        }
    }

    private interface Colours {
        /// @param x from the left, 0 to 1
        /// @param y from the top, 0 to 1
        /// @return as 0xAARRGGBB
        int at(double x, double y);
    }
}
