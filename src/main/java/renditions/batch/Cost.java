package renditions.batch;

/// How long an item is expected to take. The careful time decides whether the item is begun. The likely time
/// decides how long the items behind it have to wait, because not all items take long at once.
///
/// @param pixelNanos the likely computing time on the pixel lane, which items share, in nanoseconds
/// @param waitNanos the likely time of waiting for the network, which items do side by side, in nanoseconds
/// @param spareNanos how much longer than likely the item takes if it takes long, in nanoseconds
public record Cost(long pixelNanos, long waitNanos, long spareNanos) {
    /// The cost of an item that is expected to take no time.
    public static final Cost NONE = new Cost(0, 0);

    public Cost {
        if (pixelNanos < 0 || waitNanos < 0 || spareNanos < 0) {
            throw new IllegalArgumentException(
                    "a cost is not negative: " + pixelNanos + ", " + waitNanos + ", " + spareNanos);
        }
    }

    /// The cost of an item that always takes the same time.
    public Cost(long pixelNanos, long waitNanos) {
        this(pixelNanos, waitNanos, 0);
    }

    /// The careful time from the item's start to its end, if it has the lane for itself. A sum too long to count is
    /// the longest.
    public long nanos() {
        return sum(sum(pixelNanos, waitNanos), spareNanos);
    }

    /// The sum of two times that are not negative, at most [Long#MAX_VALUE].
    static long sum(long nanos, long more) {
        return nanos > Long.MAX_VALUE - more ? Long.MAX_VALUE : nanos + more;
    }
}
