package renditions.architecture.planted.store;

import renditions.architecture.planted.batch.Outcome;

/// Breaks a rule: of `batch` only the cancellation is known here.
record KnowsOutcome(Outcome outcome) {}
