package renditions.batch;

/// The time an item took, and the time it was expected to take. Computing is the time of the pixel lane for it,
/// summed over all threads.
///
/// @param nanos from its start to its end, in nanoseconds, waiting included
/// @param computed nanoseconds of computing
/// @param expected nanoseconds of computing that were expected when it was admitted
/// @param refined nanoseconds of computing that were expected last while it ran, see [Lanes#expect]
public record Effort(long nanos, long computed, long expected, long refined) {}
