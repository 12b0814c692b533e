package renditions.bench;

import java.text.NumberFormat;
import java.util.Locale;

/// Numbers in the cells of a [Table].
final class Cell {
    private Cell() {}

    /// `1,204.50`: with this many digits after the point, rounded half to even.
    static String number(double value, int digits) {
        var format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /// `0.35 to 1.20`, the smallest and the largest.
    static String range(Distribution values, int digits) {
        return number(values.min(), digits) + " to " + number(values.max(), digits);
    }
}
