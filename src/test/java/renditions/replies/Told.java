package renditions.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.OptionalInt;
import renditions.batch.Deadline;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Reason;
import renditions.batch.Report;
import renditions.batch.Severity;
import renditions.event.DistinctItems;
import renditions.event.InvocationReader;
import renditions.event.Reply;
import renditions.event.UnreadableInvocation;
import renditions.telemetry.ReasonWords;

/// What the source of an event is told.
final class Told {
    /// An outcome by its name for people.
    record Named(String name, Outcome<String> outcome) {}

    /// Every kind of outcome.
    static final List<Named> OUTCOMES = List.of(
            new Named("done", new Outcome.Done<>("8 renditions")),
            new Named("skipped", new Outcome.Skipped<>("its renditions are up to date")),
            new Named(
                    "quarantined",
                    new Outcome.Quarantined<>(
                            problem("CORRUPT", "the picture is damaged", Severity.PERMANENT),
                            "s3://renditions/quarantine/a+b.jpg/9f86d0.json")),
            new Named("failed, permanently", failed("CORRUPT", "the picture is damaged", Severity.PERMANENT)),
            new Named(
                    "failed, another try may succeed",
                    failed("UNAVAILABLE", "the store did not serve s3://uploads/a+b.jpg", Severity.RETRYABLE)),
            new Named(
                    "failed, until somebody acts",
                    failed("DENIED", "access to s3://uploads/a+b.jpg is denied", Severity.CRITICAL)),
            new Named("not started", new Outcome.NotStarted<>(new Reason.NoTimeLeft())),
            new Named("not finished", new Outcome.NotFinished<>(new Reason.AnswerDue())));

    private Told() {}

    private static Problem problem(String code, String message, Severity severity) {
        return Problem.of(code, message, severity);
    }

    private static Outcome<String> failed(String code, String message, Severity severity) {
        return new Outcome.Failed<>(problem(code, message, severity));
    }

    /// The reply byte for byte, or the exception.
    ///
    /// @param outcomes one for each item of the event
    static String of(byte[] event, List<Outcome<String>> outcomes) {
        var invocation = new InvocationReader().read(event);
        var items = DistinctItems.of(invocation);
        return switch (invocation.reply(items.spread(outcomes))) {
            case Reply.Text(var bytes) -> "`" + new String(bytes, UTF_8) + "`";
            case Reply.Failure _ -> thrown(outcomes);
        };
    }

    /// What the handler throws, see `RenditionsFunction`.
    private static String thrown(List<Outcome<String>> outcomes) {
        var report = new Report<>(outcomes, 0, OptionalInt.empty(), new Deadline(0, 0));
        return "throws `" + report.failure(ReasonWords::of).orElseThrow() + "`";
    }

    /// The sentence with which an event is refused.
    static String refusal(byte[] event) {
        try {
            new InvocationReader().read(event);
            throw new AssertionError("it is read: " + new String(event, UTF_8));
        } catch (UnreadableInvocation refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
