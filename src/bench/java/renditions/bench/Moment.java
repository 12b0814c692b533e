package renditions.bench;

import renditions.batch.NanoClock;

/// A moment in milliseconds, of wall-clock and processor time.
record Moment(double wall, double processor) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Moment now(NanoClock clock) {
        return new Moment(clock.nanoTime() / NANOS_PER_MILLI, ProcessTime.millis());
    }

    /// The time between an earlier moment and this one, of both.
    Moment since(Moment earlier) {
        return new Moment(wall - earlier.wall, processor - earlier.processor);
    }
}
