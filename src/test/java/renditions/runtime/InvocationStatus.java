package renditions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The end of an invocation, as Lambda sees it.
public sealed interface InvocationStatus {
    /// The moment of the end, in [System#nanoTime()]. Later acts of the function are not part of the invocation.
    long at();

    /// The handler returned.
    ///
    /// @param at when the last byte of the reply arrived
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(long at, byte[] reply) implements InvocationStatus {
        @Override
        public String toString() {
            return "answered " + new String(reply, UTF_8);
        }
    }

    /// The handler threw, and the runtime client said so.
    record Threw(long at, String error) implements InvocationStatus {}

    /// No answer came, and the process was killed.
    record TimedOut(long at) implements InvocationStatus {}

    /// The process ended by itself.
    record Exited(long at, int code) implements InvocationStatus {}
}
