package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;

/// The difference of two pictures.
final class Difference {
    private Difference() {}

    /// The mean difference of red, green, blue and opacity over all pixels, 0 (equal) to 255; transparent pixels
    /// count as black. Fails if the sizes differ.
    static double between(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth() + "x" + one.getHeight()).isEqualTo(other.getWidth() + "x" + other.getHeight());
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += pixel(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        return sum / (4.0 * one.getWidth() * one.getHeight());
    }

    private static int pixel(int one, int other) {
        int sum = Math.abs((one >>> 24) - (other >>> 24));
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs(channel(one, shift) - channel(other, shift));
        }
        return sum;
    }

    private static int channel(int argb, int shift) {
        return (argb >> shift & 0xFF) * (argb >>> 24) / 255;
    }
}
