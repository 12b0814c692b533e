package renditions.telemetry;

import java.time.Duration;

/// Where the records of invocations go.
@FunctionalInterface
public interface Records {
    /// Nowhere.
    Records NONE = (_, _) -> {};

    /// Takes the record of an invocation whose answer is about to leave. What it throws is logged and costs no answer.
    ///
    /// @param patience how long the answer may wait for it
    void keep(InvocationRecord record, Duration patience);
}
