package renditions.telemetry;

/// The phases of an invocation, in their order.
public enum Phase {
    /// Reads the event.
    READ("read"),
    /// Starts items and waits for them, until all have ended or are told to stop.
    WORK("work"),
    /// Waits for items that were told to stop; ends with the seal.
    STOP("stop"),
    /// Writes the reply.
    REPLY("reply");

    /// The name of its field in a record.
    final String field;

    Phase(String field) {
        this.field = field;
    }
}
