package renditions.bench;

import java.util.List;

/// Measured values of one kind, in ascending order.
///
/// @param sorted at least one, none of them NaN
record Distribution(List<Double> sorted) {
    Distribution {
        sorted = sorted.stream().sorted().toList();
        if (sorted.isEmpty() || sorted.getLast().isNaN()) {
            throw new IllegalArgumentException("at least one value, and numbers only: " + sorted);
        }
    }

    int count() {
        return sorted.size();
    }

    /// The smallest value that at least `percent` of all values do not exceed (nearest rank). It is always a
    /// measured value.
    ///
    /// @param percent above 0, up to 100
    double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is above 0 and up to 100, not " + percent);
        }
        int rank = (int) Math.ceil(percent * count() / 100);
        return sorted.get(rank - 1);
    }

    double median() {
        return percentile(50);
    }

    double min() {
        return sorted.getFirst();
    }

    double max() {
        return sorted.getLast();
    }
}
