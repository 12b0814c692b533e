package renditions.runtime;

/// The machine that the function runs on, with everything else that runs there.
public interface Machine {
    /// How many nanoseconds, between two moments of [System#nanoTime()], a thread of the function was ready to run
    /// while the processors ran other work. The function is not blamed for that time.
    long kept(long from, long to);
}
