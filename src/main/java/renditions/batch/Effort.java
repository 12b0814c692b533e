package renditions.batch;

/// What an item took, beside what it was expected to take. Computing is what the pixel lane does for it, on all
/// threads together.
///
/// @param nanos from its start to its end, its waiting for others included
/// @param computed nanoseconds of computing
/// @param expected nanoseconds of computing that were expected when it was admitted
/// @param refined the same as last said while it ran, see [Lanes#expect]
public record Effort(long nanos, long computed, long expected, long refined) {}
