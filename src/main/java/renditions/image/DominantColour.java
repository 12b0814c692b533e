package renditions.image;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// The colour that most of a picture has.
///
/// All colours are divided into 512 cells: 8 steps each of red, green and blue. Every pixel that is at least half
/// opaque belongs to the cell of its colour. The dominant colour is the mean of the pixels in the fullest cell. Of
/// equally full cells, the one with the least red counts, then with the least green, then with the least blue.
///
/// A picture without such pixels has the white that transparent pictures get in formats without transparency.
final class DominantColour {
    private static final String WHITE = "#ffffff";
    private static final int HALF_OPAQUE = 128;

    /// The number of highest bits of a sample that tell its step.
    private static final int STEP_BITS = 3;

    private DominantColour() {}

    /// As CSS writes it: `#rrggbb` in lower case.
    static String of(Thumbnail picture) {
        var cells = IntStream.range(0, picture.pixels())
                .filter(pixel -> picture.alpha(pixel) >= HALF_OPAQUE)
                .boxed()
                .collect(groupingBy(pixel -> cell(picture, pixel), TreeMap::new, toList()));
        return cells.values().stream()
                .reduce((fullest, next) -> next.size() > fullest.size() ? next : fullest)
                .map(pixels -> mean(picture, pixels))
                .orElse(WHITE);
    }

    private static int cell(Thumbnail picture, int pixel) {
        return (step(picture.red(pixel)) << STEP_BITS | step(picture.green(pixel))) << STEP_BITS
                | step(picture.blue(pixel));
    }

    private static int step(int sample) {
        return sample >> (Byte.SIZE - STEP_BITS);
    }

    private static String mean(Thumbnail picture, List<Integer> pixels) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                mean(pixels, picture::red),
                mean(pixels, picture::green),
                mean(pixels, picture::blue));
    }

    private static long mean(List<Integer> pixels, ToIntFunction<Integer> sample) {
        return Math.round(pixels.stream().mapToInt(sample).average().orElseThrow());
    }
}
