package renditions.telemetry;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Sorted numbers.
final class Ranks {
    private final long[] sorted;

    private Ranks(long[] sorted) {
        this.sorted = sorted;
    }

    static Ranks of(LongStream numbers) {
        return new Ranks(numbers.sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    /// At most `most` of the numbers. If there are more, evenly spaced ranks, including the least and the greatest,
    /// so that the percentiles stay about the same.
    ///
    /// @param most 2 or more
    long[] atMost(int most) {
        if (sorted.length <= most) {
            return Arrays.copyOf(sorted, sorted.length);
        }
        return IntStream.range(0, most)
                .mapToLong(rank -> sorted[(int) ((long) rank * (sorted.length - 1) / (most - 1))])
                .toArray();
    }

    /// The percentile by nearest rank; there must be at least one number.
    long percentile(int percent) {
        return sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)];
    }
}
