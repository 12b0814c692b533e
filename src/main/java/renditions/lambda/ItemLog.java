package renditions.lambda;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import renditions.batch.BatchListener;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.telemetry.ReasonWords;

/// Writes one log line for each item. All log lines of an item's threads, those of the AWS SDK too, name the item:
/// its delivery, how often that was received, its upload, and the request.
final class ItemLog implements BatchListener<Item, Made> {
    /// The key of the request id in a thread's logging context.
    static final String REQUEST = "requestId";

    /// How many items that ran out of time get a line; the others are in the record of the invocation.
    private static final int NAMED = 20;

    private static final Logger LOG = LoggerFactory.getLogger("renditions.item");

    /// Each item has a thread of its own, which ends with it, so its logging context needs no clean-up.
    @Override
    public void started(Item item) {
        MDC.put("deliveryId", item.delivery());
        MDC.put("receiveCount", Integer.toString(item.receiveCount()));
        MDC.put("upload", item.subject());
    }

    @Override
    public void settled(Item item, Outcome<Made> outcome, Effort effort) {
        switch (outcome) {
            case Outcome.Done<Made>(var made) -> done(made, effort);
            case Outcome.Skipped<Made>(var reason) ->
                line(LOG.atInfo(), "SKIPPED", effort).log("skipped: {}", reason);
            case Outcome.Quarantined<Made>(var problem, var report) -> quarantined(problem, report, effort);
            case Outcome.Failed<Made>(var problem) -> failed(problem, effort);
            case Outcome.NotStarted<Made> _, Outcome.NotFinished<Made> _ -> {} // see ranOutOfTime
        }
    }

    /// Logs the items that ran out of time, after the seal, on the thread that answers.
    static void ranOutOfTime(List<Item> items, List<Outcome<Made>> outcomes) {
        var late = IntStream.range(0, items.size())
                .filter(item -> !reason(outcomes.get(item)).isEmpty())
                .toArray();
        IntStream.of(late).limit(NAMED).forEach(item -> late(items.get(item), outcomes.get(item)));
        if (late.length > NAMED) {
            LOG.atWarn().addKeyValue(REQUEST, MDC.get(REQUEST)).log("not done: {} more", late.length - NAMED);
        }
    }

    private static void done(Made made, Effort effort) {
        line(LOG.atInfo(), "DONE", effort)
                .addKeyValue("size", made.size())
                .addKeyValue("renditions", made.renditions().size())
                .log("made {} renditions", made.renditions().size());
    }

    private static void quarantined(Problem problem, String report, Effort effort) {
        line(LOG.atWarn(), "QUARANTINED", effort)
                .addKeyValue("code", problem.code())
                .addKeyValue("report", report)
                .log("quarantined: {}", problem.message());
    }

    /// Logs a failure, with a stack trace if something was thrown: a bug, or memory that ran out.
    private static void failed(Problem problem, Effort effort) {
        line(problem.cause() == null ? LOG.atWarn() : LOG.atError(), "FAILED", effort)
                .addKeyValue("code", problem.code())
                .addKeyValue("severity", problem.severity())
                .setCause(problem.cause())
                .log("failed: {}", problem.message());
    }

    private static void late(Item item, Outcome<Made> outcome) {
        LOG.atWarn()
                .addKeyValue(REQUEST, MDC.get(REQUEST))
                .addKeyValue("deliveryId", item.delivery())
                .addKeyValue("receiveCount", Integer.toString(item.receiveCount()))
                .addKeyValue("upload", item.subject())
                .addKeyValue("outcome", outcome instanceof Outcome.NotStarted<Made> ? "NOT_STARTED" : "NOT_FINISHED")
                .log("not done: {}", reason(outcome));
    }

    private static LoggingEventBuilder line(LoggingEventBuilder line, String outcome, Effort effort) {
        return line.addKeyValue("outcome", outcome)
                .addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMillis(effort.nanos()));
    }

    private static String reason(Outcome<Made> outcome) {
        return switch (outcome) {
            case Outcome.NotStarted<Made>(var reason) -> ReasonWords.of(reason);
            case Outcome.NotFinished<Made>(var reason) -> ReasonWords.of(reason);
            case Outcome.Done<Made> _, Outcome.Skipped<Made> _, Outcome.Quarantined<Made> _, Outcome.Failed<Made> _ ->
                "";
        };
    }
}
