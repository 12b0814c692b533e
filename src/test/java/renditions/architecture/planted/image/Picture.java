package renditions.architecture.planted.image;

import renditions.architecture.planted.batch.Cancellation;

/// Keeps the rules.
public record Picture(Cancellation cancellation) {}
