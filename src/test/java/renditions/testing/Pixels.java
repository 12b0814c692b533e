package renditions.testing;

import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;
import renditions.image.Geometry;
import renditions.image.PixelSize;

/// Plain operations on pixels, slow and simple, with which tests compare the engine's work.
public final class Pixels {
    private Pixels() {}

    /// The expected rendition of this geometry: every pixel is the mean of its area, and then the middle is cut
    /// out.
    public static BufferedImage rendition(BufferedImage image, Geometry geometry) {
        var scaled = scaled(image, geometry.scaled());
        var cut = geometry.cut();
        var left = (scaled.getWidth() - cut.width()) / 2;
        var top = (scaled.getHeight() - cut.height()) / 2;
        return scaled.getSubimage(left, top, cut.width(), cut.height());
    }

    /// The picture scaled down; every pixel is the mean of its area, in which transparent parts count less.
    public static BufferedImage scaled(BufferedImage image, PixelSize size) {
        var result = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        double across = (double) image.getWidth() / size.width();
        double down = (double) image.getHeight() / size.height();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                result.setRGB(x, y, mean(image, x * across, y * down, (x + 1) * across, (y + 1) * down));
            }
        }
        return result;
    }

    private static int mean(BufferedImage image, double left, double top, double right, double bottom) {
        var sum = new double[4];
        double area = 0;
        for (int y = (int) top; y < Math.min(image.getHeight(), Math.ceil(bottom - 1e-9)); y++) {
            for (int x = (int) left; x < Math.min(image.getWidth(), Math.ceil(right - 1e-9)); x++) {
                double part = overlap(x, left, right) * overlap(y, top, bottom);
                int colour = image.getRGB(x, y);
                double alpha = part * (colour >>> 24);
                area += part;
                sum[0] += alpha;
                sum[1] += alpha * (colour >> 16 & 0xff);
                sum[2] += alpha * (colour >> 8 & 0xff);
                sum[3] += alpha * (colour & 0xff);
            }
        }
        double visible = Math.max(sum[0], 1e-9);
        return round(sum[0] / area) << 24
                | round(sum[1] / visible) << 16
                | round(sum[2] / visible) << 8
                | round(sum[3] / visible);
    }

    private static double overlap(int pixel, double from, double to) {
        return Math.min(pixel + 1, to) - Math.max(pixel, from);
    }

    private static int round(double value) {
        return (int) Math.round(value);
    }

    /// The picture as a camera held in this orientation stores it: a viewer that applies `orientation` shows
    /// `upright`.
    ///
    /// Source: EXIF 2.32, tag `Orientation`, which says which side of the stored picture is the top of the upright
    /// one, and which is its left.
    ///
    /// @param orientation 1 to 8
    public static BufferedImage stored(BufferedImage upright, int orientation) {
        int width = upright.getWidth();
        int height = upright.getHeight();
        boolean lying = orientation >= 5;
        var stored = new BufferedImage(lying ? height : width, lying ? width : height, upright.getType());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                int rgb = upright.getRGB(x, y);
                switch (orientation) {
                    case 1 -> stored.setRGB(x, y, rgb);
                    case 2 -> stored.setRGB(right, y, rgb);
                    case 3 -> stored.setRGB(right, below, rgb);
                    case 4 -> stored.setRGB(x, below, rgb);
                    case 5 -> stored.setRGB(y, x, rgb);
                    case 6 -> stored.setRGB(y, right, rgb);
                    case 7 -> stored.setRGB(below, right, rgb);
                    case 8 -> stored.setRGB(below, x, rgb);
                    default -> throw new IllegalArgumentException("orientation " + orientation);
                }
            }
        }
        return stored;
    }

    /// The picture without colours, with the same transparency.
    public static BufferedImage grey(BufferedImage image) {
        return each(image, (alpha, red, green, blue) -> {
            int grey = (red * 3 + green * 6 + blue) / 10;
            return alpha << 24 | grey << 16 | grey << 8 | grey;
        });
    }

    /// The picture with the wrong colours of a mistake in the order of channels.
    public static BufferedImage redAndBlueSwapped(BufferedImage image) {
        return each(image, (alpha, red, green, blue) -> alpha << 24 | blue << 16 | green << 8 | red);
    }

    /// The picture with every channel changed by the same curve.
    public static BufferedImage curved(BufferedImage image, IntUnaryOperator curve) {
        return each(
                image,
                (alpha, red, green, blue) -> alpha << 24
                        | curve.applyAsInt(red) << 16
                        | curve.applyAsInt(green) << 8
                        | curve.applyAsInt(blue));
    }

    /// The largest difference of a channel of two colours, transparency not counted.
    public static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }

    private static BufferedImage each(BufferedImage image, Change change) {
        var result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                result.setRGB(x, y, change.of(argb >>> 24, argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
            }
        }
        return result;
    }

    private interface Change {
        int of(int alpha, int red, int green, int blue);
    }
}
