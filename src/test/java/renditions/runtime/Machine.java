package renditions.runtime;

/// What the function runs on, together with everything else that runs there.
interface Machine {
    /// For how long, between two moments of [System#nanoTime()], something of the function was ready to run and the
    /// processors ran something else, in nanoseconds. That time is not the function's.
    long kept(long from, long to);
}
