package renditions.telemetry;

import renditions.batch.Effort;
import renditions.batch.Outcome;

/// The timing of an item that began and ended before the seal.
public record ItemTiming(Outcome<?> outcome, Effort effort) {}
