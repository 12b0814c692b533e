package renditions.architecture.planted.image;

import renditions.architecture.planted.batch.Outcome;

/// Breaks a rule: of `batch` only the cancellation is known here.
record KnowsOutcome(Outcome outcome) {}
