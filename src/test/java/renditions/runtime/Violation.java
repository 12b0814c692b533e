package renditions.runtime;

/// A promise that was broken.
///
/// @param words what happened, for people
record Violation(Promise promise, String words) {
    /// The function's promises for every invocation.
    enum Promise {
        /// The answer arrives before it is due.
        ON_TIME,
        /// There is an answer, and Lambda can read it: every id in it is one of the batch.
        READABLE,
        /// Everything acknowledged is done: all renditions and the manifest exist when the answer arrives.
        NOTHING_LOST,
        /// Everything that was done well before the answer was due is acknowledged.
        NOTHING_WASTED,
        /// No write begins after the answer.
        NOTHING_LATER
    }
}
