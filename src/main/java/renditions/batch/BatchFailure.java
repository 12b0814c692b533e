package renditions.batch;

import java.io.Serial;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The items of a batch that are not acknowledged, joined into one exception, for callers that take only an
/// exception. Its cause is what the first failure threw; what the others threw is suppressed in it, in the order of
/// the items.
public final class BatchFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// How many items the message names.
    private static final int TOLD = 5;

    private BatchFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static BatchFailure of(Report<?> report, Function<Reason, String> words) {
        var open = IntStream.range(0, report.outcomes().size())
                .filter(item -> !report.outcomes().get(item).acknowledged())
                .boxed()
                .sorted((one, other) -> rank(report, one) - rank(report, other))
                .toList();
        var message = new StringBuilder(String.format(
                Locale.ROOT,
                "%d of %d items are not done",
                open.size(),
                report.outcomes().size()));
        open.stream()
                .limit(TOLD)
                .forEach(item -> message.append("; item ")
                        .append(item + 1)
                        .append(": ")
                        .append(words(report.outcomes().get(item), words)));
        if (open.size() > TOLD) {
            message.append("; and ").append(open.size() - TOLD).append(" more");
        }
        var failure =
                new BatchFailure(message.toString(), cause(report.outcomes().get(open.getFirst())));
        open.stream().skip(1).map(item -> cause(report.outcomes().get(item))).forEach(cause -> {
            if (cause != null) {
                failure.addSuppressed(cause);
            }
        });
        return failure;
    }

    // The first failure first; the sort is stable, so the others stay in their order.
    private static int rank(Report<?> report, int item) {
        return report.firstFailure().orElse(-1) == item ? 0 : 1;
    }

    private static @Nullable Throwable cause(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(var problem) ? problem.cause() : null;
    }

    private static String words(Outcome<?> outcome, Function<Reason, String> words) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "done";
            case Outcome.Skipped<?>(var reason) -> reason;
            case Outcome.Quarantined<?>(var problem, var _) -> "quarantined: " + words(problem);
            case Outcome.Failed<?>(var problem) -> words(problem);
            case Outcome.NotStarted<?>(var reason) -> "not started: " + words.apply(reason);
            case Outcome.NotFinished<?>(var reason) -> "not finished: " + words.apply(reason);
        };
    }

    private static String words(Problem problem) {
        return problem.code() + ", " + problem.message();
    }
}
