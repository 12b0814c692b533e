package renditions.telemetry;

import renditions.batch.Effort;
import renditions.batch.Outcome;

/// What an item took that was begun and ended before the seal.
public record ItemTiming(Outcome<?> outcome, Effort effort) {}
