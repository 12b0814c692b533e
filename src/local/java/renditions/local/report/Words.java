package renditions.local.report;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Numbers for people.
public final class Words {
    private Words() {}

    /// `842 B`, `12.4 KB`, `3.1 MB`; thousands, not 1024s.
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 999_950 ? scaled(bytes, 1000, "KB") : scaled(bytes, 1_000_000, "MB");
    }

    /// `1,204 ms`, at least 1; a dash for zero.
    public static String millis(Duration time) {
        return time.isZero() ? "\u2013" : String.format(Locale.ROOT, "%,d ms", Math.max(1, time.toMillis()));
    }

    /// `0.2 s`, `12.0 s`.
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%,.1f s", time.toMillis() / 1000.0);
    }

    /// `no renditions`, `1 rendition`, `1,000 deliveries`.
    public static String count(long number, String noun) {
        String amount = number == 0 ? "no" : String.format(Locale.ROOT, "%,d", number);
        return amount + " " + (number == 1 ? noun : noun.replaceFirst("y$", "ie") + "s");
    }

    /// `no delivery`, `delivery 2 of 5`, `deliveries 1, 3 of 5`: some deliveries of an invocation.
    ///
    /// @param places their places, from 0 on
    /// @param size how many deliveries the invocation has
    public static String messages(List<Integer> places, int size) {
        var numbers = places.stream().map(place -> Integer.toString(place + 1)).collect(joining(", "));
        return switch (places.size()) {
            case 0 -> "no delivery";
            case 1 -> "delivery " + numbers + " of " + size;
            default -> "deliveries " + numbers + " of " + size;
        };
    }

    private static String scaled(long bytes, double unit, String name) {
        double value = bytes / unit;
        return String.format(Locale.ROOT, value < 100 ? "%.1f %s" : "%.0f %s", value, name);
    }
}
