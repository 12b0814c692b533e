package renditions.local.model;

/// What comes of a plan.
///
/// @param seconds from the beginning until the last upload is done or given up
/// @param invocations of the function
/// @param busy the time that the invocations took together, in seconds
/// @param receives how often uploads were handed over
/// @param done uploads that have their renditions
/// @param givenUp uploads that ended as dead letters, or as failures in the job's report
record Result(double seconds, long invocations, double busy, long receives, long done, long givenUp) {
    static final Result NOTHING = new Result(0, 0, 0, 0, 0, 0);

    Result invoked(double took, int uploads) {
        return new Result(seconds, invocations + 1, busy + took, receives + uploads, done, givenUp);
    }

    Result done(double now) {
        return new Result(now, invocations, busy, receives, done + 1, givenUp);
    }

    Result givenUp(double now) {
        return new Result(now, invocations, busy, receives, done, givenUp + 1);
    }

    /// What both are together.
    Result plus(Result other) {
        return new Result(
                seconds + other.seconds,
                invocations + other.invocations,
                busy + other.busy,
                receives + other.receives,
                done + other.done,
                givenUp + other.givenUp);
    }

    /// So many times as much, which may be a negative number.
    Result times(double factor) {
        return new Result(
                seconds * factor,
                Math.round(invocations * factor),
                busy * factor,
                Math.round(receives * factor),
                Math.round(done * factor),
                Math.round(givenUp * factor));
    }
}
