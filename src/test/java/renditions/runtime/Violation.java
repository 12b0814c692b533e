package renditions.runtime;

/// A promise that was broken.
///
/// @param words what happened, for people
record Violation(Promise promise, String words) {
    /// What the function promises for every invocation.
    enum Promise {
        /// The answer arrives before it is due.
        ON_TIME,
        /// There is an answer, and Lambda can read it: every id in it is one of the batch.
        READABLE,
        /// What is acknowledged is done: all renditions and the manifest are there when the answer arrives.
        NOTHING_LOST,
        /// What was done well before the answer was due is acknowledged.
        NOTHING_WASTED,
        /// Nothing is begun after the answer.
        NOTHING_LATER
    }
}
