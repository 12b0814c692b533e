package renditions.telemetry;

import renditions.batch.Effort;
import renditions.batch.Outcome;

/// An item that was begun and ended before the seal.
///
/// @param effort what it took
public record Worked(Outcome<?> outcome, Effort effort) {}
