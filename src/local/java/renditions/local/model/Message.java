package renditions.local.model;

/// The message of an upload.
///
/// @param kind how its attempts end
/// @param receives how often it was received
/// @param visible when it can be received again, in seconds of the run
record Message(Kind kind, int receives, double visible) {
    /// How attempts end.
    enum Kind {
        /// The first succeeds.
        SOUND,
        /// The first fails, every other succeeds.
        FLAKY,
        /// All fail.
        CORRUPT
    }

    boolean isCorrupt() {
        return kind == Kind.CORRUPT;
    }

    /// Whether the attempt of this receive fails.
    boolean fails() {
        return switch (kind) {
            case SOUND -> false;
            case FLAKY -> receives == 1;
            case CORRUPT -> true;
        };
    }

    Message received() {
        return new Message(kind, receives + 1, visible);
    }

    Message visibleAt(double time) {
        return new Message(kind, receives, time);
    }
}
