package renditions.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import renditions.image.PixelSize;

/// The difference of two pictures of the same size, on a white ground.
///
/// @param hash bits that differ in a 64-bit difference hash: 0 for the same shapes, about 32 for unrelated ones
/// @param mean difference of all channels, 0 to 255
/// @param most difference of any channel of any pixel, 0 to 255
public record Likeness(int hash, double mean, int most) {
    /// The most that a good resize and an encoding of quality 80 may change.
    private static final Likeness GOOD = new Likeness(6, 3.0, 32);

    /// The difference of two pictures.
    ///
    /// @throws IllegalArgumentException if the sizes differ
    public static Likeness between(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            throw new IllegalArgumentException(
                    "%dx%d and %dx%d".formatted(one.getWidth(), one.getHeight(), other.getWidth(), other.getHeight()));
        }
        long sum = 0;
        int most = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int distance = Math.abs(onWhite(one.getRGB(x, y), shift) - onWhite(other.getRGB(x, y), shift));
                    sum += distance;
                    most = Math.max(most, distance);
                }
            }
        }
        return new Likeness(Long.bitCount(hash(one) ^ hash(other)), sum / 3.0 / one.getWidth() / one.getHeight(), most);
    }

    /// Fails unless `actual` has the size of `expected` and looks like it.
    public static void assertAlike(BufferedImage actual, BufferedImage expected) {
        assertAlike(actual, expected, GOOD);
    }

    /// The same for AVIF, which smooths dithered edges, so that single channels of single pixels may differ more.
    public static void assertAlikeInAvif(BufferedImage actual, BufferedImage expected) {
        assertAlike(actual, expected, new Likeness(GOOD.hash, GOOD.mean, 40));
    }

    private static void assertAlike(BufferedImage actual, BufferedImage expected, Likeness limit) {
        assertThat(new PixelSize(actual.getWidth(), actual.getHeight()))
                .isEqualTo(new PixelSize(expected.getWidth(), expected.getHeight()));
        var likeness = between(actual, expected);
        assertThat(likeness).matches(seen -> seen.within(limit), "at most " + limit);
    }

    /// Whether a viewer would see no difference.
    public boolean good() {
        return within(GOOD);
    }

    private boolean within(Likeness limit) {
        return hash <= limit.hash && mean <= limit.mean && most <= limit.most;
    }

    private static int onWhite(int argb, int shift) {
        int alpha = argb >>> 24;
        return ((argb >> shift & 0xff) * alpha + 255 * (255 - alpha)) / 255;
    }

    /// Whether each of 8 x 8 cells is brighter than the one to its right.
    private static long hash(BufferedImage image) {
        if (image.getWidth() < 9 || image.getHeight() < 8) {
            return 0; // too small for shapes
        }
        var cells = Pixels.scaled(image, new PixelSize(9, 8));
        long hash = 0;
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                hash = hash << 1 | (brightness(cells.getRGB(x, y)) > brightness(cells.getRGB(x + 1, y)) ? 1 : 0);
            }
        }
        return hash;
    }

    private static int brightness(int argb) {
        return onWhite(argb, 16) * 3 + onWhite(argb, 8) * 6 + onWhite(argb, 0);
    }
}
