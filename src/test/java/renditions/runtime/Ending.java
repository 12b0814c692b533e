package renditions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

/// How an invocation ended, as Lambda sees it.
public sealed interface Ending {
    /// When, in [System#nanoTime()]: nothing that the function does later is part of the invocation.
    long at();

    /// The handler returned.
    ///
    /// @param at when the last byte of the reply arrived
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Answered(long at, byte[] reply) implements Ending {
        @Override
        public String toString() {
            return "answered " + new String(reply, UTF_8);
        }
    }

    /// The handler threw, and the runtime client said so.
    record Threw(long at, String error) implements Ending {}

    /// Nothing came, and the process was killed.
    record Overdue(long at) implements Ending {}

    /// The process ended by itself.
    record Exited(long at, int code) implements Ending {}
}
