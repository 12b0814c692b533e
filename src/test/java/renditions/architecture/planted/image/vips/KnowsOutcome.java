package renditions.architecture.planted.image.vips;

import renditions.architecture.planted.batch.Outcome;

/// Breaks a rule: of `batch` only the cancellation is known here, not even an array of others.
interface KnowsOutcome {
    /// All outcomes.
    Outcome[] outcomes();
}
