package renditions.local.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import javax.imageio.ImageIO;
import renditions.image.PixelSize;

/// Reads a ThumbHash, from the first field to the last, and draws the blurred picture that it holds.
///
/// Source: <https://evanw.github.io/thumbhash/#details>.
final class Blur {
    /// The longer side of the picture, in pixels. More would show no more.
    private static final double LONGEST = 32;

    /// Gives colours back what rounding took from them.
    private static final double SATURATION = 1.25;

    private final BitSet bits;
    private int read;

    private Blur(byte[] hash) {
        bits = BitSet.valueOf(hash);
    }

    /// The picture, in about the shape of the one it stands for.
    ///
    /// @param thumbHash in Base64
    static BufferedImage of(String thumbHash) {
        return new Blur(Base64.getDecoder().decode(thumbHash)).picture();
    }

    /// The same as a PNG.
    static byte[] png(String thumbHash) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(of(thumbHash), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private BufferedImage picture() {
        double l = next(6) / 63.0;
        double p = next(6) / 31.5 - 1;
        double q = next(6) / 31.5 - 1;
        double strongestL = next(5) / 31.0;
        boolean transparent = next(1) == 1;
        int shorter = next(3);
        double strongestP = next(6) / 63.0 * SATURATION;
        double strongestQ = next(6) / 63.0 * SATURATION;
        boolean landscape = next(1) == 1;
        double alpha = transparent ? next(4) / 15.0 : 1;
        double strongestAlpha = transparent ? next(4) / 15.0 : 0;
        int longer = transparent ? 5 : 7;
        var shape = landscape ? new PixelSize(longer, shorter) : new PixelSize(shorter, longer);
        return new Channels(
                        channel(l, strongestL, Math.max(3, shape.width()), Math.max(3, shape.height())),
                        channel(p, strongestP, 3, 3),
                        channel(q, strongestQ, 3, 3),
                        transparent ? channel(alpha, strongestAlpha, 5, 5) : new Channel(1, List.of()))
                .drawn(shape.scaled(LONGEST / longer));
    }

    private Channel channel(double mean, double strongest, int across, int down) {
        var waves = new ArrayList<Wave>();
        for (int y = 0; y < down; y++) {
            for (int x = y == 0 ? 1 : 0; x * down < across * (down - y); x++) {
                waves.add(new Wave(x, y, (next(4) / 7.5 - 1) * strongest));
            }
        }
        return new Channel(mean, waves);
    }

    private int next(int length) {
        int number = 0;
        for (int bit = 0; bit < length; bit++) {
            number |= bits.get(read++) ? 1 << bit : 0;
        }
        return number;
    }

    /// Luminance, yellow to blue, red to green, alpha.
    private record Channels(Channel l, Channel p, Channel q, Channel alpha) {
        BufferedImage drawn(PixelSize size) {
            var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    image.setRGB(x, y, argb((x + 0.5) / size.width(), (y + 0.5) / size.height()));
                }
            }
            return image;
        }

        private int argb(double x, double y) {
            double light = l.at(x, y);
            double greenToRed = q.at(x, y);
            double blue = light - 2.0 / 3 * p.at(x, y);
            double red = (3 * light - blue + greenToRed) / 2;
            double green = red - greenToRed;
            return sample(alpha.at(x, y)) << 24 | sample(red) << 16 | sample(green) << 8 | sample(blue);
        }

        private static int sample(double number) {
            return (int) (255 * Math.clamp(number, 0.0, 1.0));
        }
    }

    private record Channel(double mean, List<Wave> waves) {
        double at(double x, double y) {
            return mean + waves.stream().mapToDouble(wave -> wave.at(x, y)).sum();
        }
    }

    private record Wave(int across, int down, double strength) {
        double at(double x, double y) {
            return 2 * strength * Math.cos(Math.PI * across * x) * Math.cos(Math.PI * down * y);
        }
    }
}
