package renditions.batch;

/// How long an item is expected to take. Whether it is begun is decided on the careful side; how long those behind
/// it have to wait by what is likely, since not all of them take long at once.
///
/// @param pixelNanos of computing, on the pixel lane, which items share; what is likely
/// @param waitNanos of waiting for the network, which they do not; what is likely
/// @param spareNanos how much longer it takes altogether when it takes long
public record Cost(long pixelNanos, long waitNanos, long spareNanos) {
    /// Of an item of which nothing is expected.
    public static final Cost NONE = new Cost(0, 0);

    public Cost {
        if (pixelNanos < 0 || waitNanos < 0 || spareNanos < 0) {
            throw new IllegalArgumentException(
                    "a cost is not negative: " + pixelNanos + ", " + waitNanos + ", " + spareNanos);
        }
    }

    /// Of an item that always takes the same time.
    public Cost(long pixelNanos, long waitNanos) {
        this(pixelNanos, waitNanos, 0);
    }

    /// From its start to its end at most, as a rule, if it had the lane for itself.
    public long nanos() {
        return pixelNanos + waitNanos + spareNanos;
    }
}
