package renditions.batch;

/// How long an item is expected to take.
///
/// @param pixelNanos of computing, on the pixel lane, which items share
/// @param waitNanos of waiting for the network, which they do not
public record Cost(long pixelNanos, long waitNanos) {
    /// Of an item of which nothing is expected.
    public static final Cost NONE = new Cost(0, 0);

    public Cost {
        if (pixelNanos < 0 || waitNanos < 0) {
            throw new IllegalArgumentException("a cost is not negative: " + pixelNanos + ", " + waitNanos);
        }
    }

    /// From its start to its end, if it had the lane for itself.
    public long nanos() {
        return pixelNanos + waitNanos;
    }
}
