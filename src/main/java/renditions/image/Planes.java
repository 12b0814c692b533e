package renditions.image;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// A picture as four planes of numbers, each row by row. Transparent pixels lie on the mean colour of the picture, so
/// that colours that nobody sees do not count.
///
/// @param luminance 0 to 1
/// @param yellowToBlue -1 (blue) to 1 (yellow)
/// @param greenToRed -1 (green) to 1 (red)
/// @param alpha 0 to 1
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Planes(double[] luminance, double[] yellowToBlue, double[] greenToRed, double[] alpha) {
    static Planes of(Thumbnail picture) {
        var alpha = plane(picture, pixel -> picture.alpha(pixel) / 255.0);
        var red = seen(plane(picture, picture::red), alpha);
        var green = seen(plane(picture, picture::green), alpha);
        var blue = seen(plane(picture, picture::blue), alpha);
        return new Planes(
                plane(picture, pixel -> (red[pixel] + green[pixel] + blue[pixel]) / 3),
                plane(picture, pixel -> (red[pixel] + green[pixel]) / 2 - blue[pixel]),
                plane(picture, pixel -> red[pixel] - green[pixel]),
                alpha);
    }

    private static double[] plane(Thumbnail picture, IntToDoubleFunction at) {
        var plane = new double[picture.pixels()];
        Arrays.setAll(plane, at);
        return plane;
    }

    /// Turns samples of 0 to 255 into numbers of 0 to 1 and lays them on their mean.
    private static double[] seen(double[] samples, double[] alpha) {
        var seen = new double[samples.length];
        Arrays.setAll(seen, pixel -> alpha[pixel] / 255 * samples[pixel]);
        double opacity = sum(alpha);
        double mean = opacity == 0 ? 0 : sum(seen) / opacity;
        Arrays.setAll(seen, pixel -> mean * (1 - alpha[pixel]) + seen[pixel]);
        return seen;
    }

    /// Adds from the first to the last, for another order would round otherwise.
    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
