package renditions.interleaving;

/// What a store answers.
sealed interface Reply {
    record Found(Thing thing) implements Reply {}

    record Stored(String etag) implements Reply {}

    record Deleted() implements Reply {}

    record Missing() implements Reply {}

    record Changed() implements Reply {}
}
