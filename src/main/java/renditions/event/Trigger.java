package renditions.event;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What can invoke the function, each with its reader and with what becomes of an event of it that cannot be read.
enum Trigger {
    /// An event source mapping.
    SQS("This batch of SQS cannot be read, so its queue redelivers all of it", SqsReader::batch),
    /// A bucket that notifies the function itself.
    S3("This notification of S3 cannot be read, so Lambda retries it and gives it up", AsynchronousReader::s3),
    /// A topic that the function subscribes to.
    SNS("This message of SNS cannot be read, so Lambda retries it and gives it up", AsynchronousReader::sns),
    /// A rule whose target is the function.
    EVENT_BRIDGE(
            "This event of EventBridge cannot be read, so Lambda retries it and gives it up",
            AsynchronousReader::eventBridge),
    /// A job of S3 Batch Operations.
    BATCH_OPERATIONS(
            "These tasks of S3 Batch Operations cannot be read, so their job reports them as failed",
            BatchOperationsReader::job),
    /// A schedule, or somebody who tries one out.
    SCHEDULE("This asks for reprocessing, which is the work of the reprocessing function", Trigger::noEvent),
    /// None of these.
    UNKNOWN(
            "No source of this function sends such an event, and what a schedule sends is for the reprocessing function",
            Trigger::noEvent);

    /// Fields that only the reprocessing function knows.
    private static final Set<String> REPROCESSING = Set.of("reprocess", "redrive", "dryRun");

    private final String refusal;

    @SuppressWarnings("ImmutableEnumChecker") // readers keep nothing
    private final Reader reader;

    Trigger(String refusal, Reader reader) {
        this.refusal = refusal;
        this.reader = reader;
    }

    /// Reads an event of this trigger.
    private interface Reader {
        Invocation read(JsonObject event) throws Misread;
    }

    /// The trigger that sends such events. It is known by fields that only its events have.
    static Trigger of(JsonObject event) {
        if (BatchOperationsReader.is(event)) {
            return BATCH_OPERATIONS;
        }
        if (event.node().path("Records").isArray()) {
            return ofRecords(event.node().path("Records"));
        }
        if (NotificationReader.isTestEvent(event)) {
            return S3;
        }
        return isOfSchedule(event) ? SCHEDULE : EventBridgeReader.is(event) ? EVENT_BRIDGE : UNKNOWN;
    }

    private static Trigger ofRecords(JsonNode records) {
        return records.isEmpty()
                ? SQS
                : records.valueStream()
                        .flatMap(record -> ofRecord(record).stream())
                        .findFirst()
                        .orElse(UNKNOWN);
    }

    private static Optional<Trigger> ofRecord(JsonNode record) {
        var source = record.path("eventSource").asString("");
        if (source.equals("aws:sqs")) {
            return Optional.of(SQS);
        }
        if (source.endsWith(":s3")) {
            return Optional.of(S3);
        }
        return record.path("EventSource").asString("").equals("aws:sns") ? Optional.of(SNS) : Optional.empty();
    }

    private static boolean isOfSchedule(JsonObject event) {
        return event.node().path("detail-type").asString("").equals("Scheduled Event")
                || event.node().propertyNames().stream().anyMatch(REPROCESSING::contains);
    }

    private static Invocation noEvent(JsonObject event) throws Misread {
        var source = event.node().path("Records").path(0).path("eventSource");
        throw new Misread(
                source.isString() ? "the eventSource is '" + Excerpt.of(source.stringValue()) + "'" : event.fields());
    }

    /// Reads an event of this trigger.
    ///
    /// @throws UnreadableInvocation if it cannot be read, or lacks what its reply must have
    Invocation read(JsonObject event) {
        try {
            return reader.read(event);
        } catch (Misread problem) {
            throw refused(problem);
        }
    }

    /// The refusal of an event, in one sentence.
    UnreadableInvocation refused(Misread problem) {
        return new UnreadableInvocation(refusal + ": " + problem.reason() + ".");
    }
}
