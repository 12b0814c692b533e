package renditions.batch;

/// What the run of a batch must do now.
sealed interface Move {
    /// Get a permit for an item from the lanes, then call [Dispatch#take].
    ///
    /// @param until when it is too late for any item, in nanoseconds of the clock
    record Enter(long until) implements Move {}

    /// Wait until an item ends.
    ///
    /// @param until when to ask again at the latest, in nanoseconds of the clock
    record Wait(long until) implements Move {}

    /// Seal and answer, at the latest at `until`. Until then, listeners may still finish.
    record Seal(long until) implements Move {}
}
