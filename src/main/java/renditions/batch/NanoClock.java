package renditions.batch;

/// The monotonic clock that measures deadlines: nanoseconds since an arbitrary origin, comparable only by
/// difference.
@FunctionalInterface
public interface NanoClock {
    long nanoTime();

    /// The clock of this process, [System#nanoTime()].
    static NanoClock system() {
        return System::nanoTime;
    }
}
