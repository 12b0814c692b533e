package renditions.telemetry;

import java.time.Duration;

/// Takes the records of invocations.
@FunctionalInterface
public interface Records {
    /// Drops all records.
    Records NONE = (_, _) -> {};

    /// Takes the record of an invocation whose answer is about to leave. What it throws is logged; the answer
    /// leaves all the same.
    ///
    /// @param patience how long the answer may wait for it
    void keep(InvocationRecord record, Duration patience);
}
