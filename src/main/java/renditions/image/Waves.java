package renditions.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The low cosine waves that a plane of numbers is made of. A wave `x` across and `y` down is low if
/// `x / across + y / down < 1`.
///
/// @param mean the mean of the plane, which is the strength of the flat wave
/// @param others the strengths of the other waves: first those that are flat down, then each further step down
record Waves(double mean, List<Double> others) {
    Waves {
        others = List.copyOf(others);
    }

    /// The waves of a plane.
    ///
    /// @param plane row by row
    /// @param across the number of waves from left to right, the flat one included
    /// @param down the number of waves from top to bottom, likewise
    static Waves of(double[] plane, PixelSize size, int across, int down) {
        var strengths = new ArrayList<Double>();
        for (int y = 0; y < down; y++) {
            for (int x = 0; x * down < across * (down - y); x++) {
                strengths.add(strength(plane, wave(size.width(), x), wave(size.height(), y)));
            }
        }
        return new Waves(strengths.removeFirst(), strengths);
    }

    /// The strength of the strongest of the others, without its sign.
    double strongest() {
        return others.stream().mapToDouble(Math::abs).max().orElse(0);
    }

    private static double strength(double[] plane, double[] across, double[] down) {
        double sum = 0;
        for (int y = 0; y < down.length; y++) {
            for (int x = 0; x < across.length; x++) {
                sum += plane[y * across.length + x] * across[x] * down[y];
            }
        }
        return sum / plane.length;
    }

    /// A cosine of this many half periods over `length` pixels, at the middle of each pixel.
    private static double[] wave(int length, int halfPeriods) {
        var wave = new double[length];
        Arrays.setAll(wave, at -> StrictMath.cos(Math.PI / length * halfPeriods * (at + 0.5)));
        return wave;
    }
}
