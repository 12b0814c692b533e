package renditions.batch;

/// The monotonic time that deadlines are measured in: nanoseconds since an arbitrary origin, comparable only by
/// difference.
@FunctionalInterface
public interface NanoClock {
    long nanoTime();

    /// The clock of this process, [System#nanoTime()].
    static NanoClock system() {
        return System::nanoTime;
    }
}
