package renditions.architecture.planted.batch;

/// Keeps the rules: time is read here.
public interface NanoClock {
    /// The time.
    static long now() {
        return System.nanoTime();
    }
}
