package renditions.telemetry;

/// The phases of an invocation, in their order.
public enum Phase {
    /// Reads the event.
    READ("read"),
    /// Begins items and waits for them, until all have ended or are told to stop.
    WORK("work"),
    /// Waits for those that were told to stop; ends with the seal of the ledger.
    STOP("stop"),
    /// Writes the reply.
    REPLY("reply");

    /// What its field in a record is called.
    final String field;

    Phase(String field) {
        this.field = field;
    }
}
