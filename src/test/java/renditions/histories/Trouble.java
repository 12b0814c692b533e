package renditions.histories;

/// What S3 does with one call of an invocation; all others are answered as usual.
///
/// @param call the number of the call within the invocation, from 1 in the order in which S3 sees them; 0 for none
/// @param hold how many steps of the history happen before S3 goes on with the call
/// @param deed what it does then
record Trouble(int call, int hold, Deed deed) {
    static final Trouble NONE = new Trouble(0, 0, Deed.SERVE);

    /// What happens with the call.
    enum Deed {
        /// It is served.
        SERVE,
        /// The function is killed, and the call has no effect.
        KILL_BEFORE,
        /// The call takes effect, and the function is killed before it hears of it.
        KILL_AFTER,
        /// It is served when the invocation has ended.
        STALL,
        /// S3 answers with 500.
        INTERNAL_ERROR,
        /// S3 answers with 503.
        SLOW_DOWN,
        /// The connection is reset before the call has an effect.
        RESET,
        /// The call takes effect, and the connection is reset before the answer.
        LOSE_ANSWER,
        /// The answer is cut off in its body, if it has one.
        CUT_BODY;

        boolean kills() {
            return this == KILL_BEFORE || this == KILL_AFTER;
        }
    }
}
