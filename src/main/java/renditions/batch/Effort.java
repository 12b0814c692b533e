package renditions.batch;

/// What an item took, beside what it was expected to take.
///
/// @param expected when it was admitted
/// @param nanos from its start to its end, its waiting for others included
/// @param pixelNanos what the pixel lane computed for it, on all threads together
public record Effort(Cost expected, long nanos, long pixelNanos) {}
