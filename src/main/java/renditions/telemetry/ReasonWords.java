package renditions.telemetry;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import renditions.batch.Reason;

/// Puts reasons into words for people, each in one line.
public final class ReasonWords {
    private ReasonWords() {}

    /// The words for a reason; they name items by their place in the batch, from 1 on.
    public static String of(Reason reason) {
        return of(reason, item -> "item " + (item + 1));
    }

    /// The words for a reason; `name` names the items.
    ///
    /// @param name names an item by its place in the batch, from 0 on
    public static String of(Reason reason, IntFunction<String> name) {
        return switch (reason) {
            case Reason.NoTimeLeft _ -> "no time was left to begin it";
            case Reason.TooLong(long expected, long left) ->
                String.format(
                        Locale.ROOT,
                        "it is expected to take %,d ms, and beside other items %,d were left",
                        millis(expected),
                        millis(left));
            case Reason.StoppedBy(int item) -> name.apply(item) + " failed and the rest was stopped";
            case Reason.Behind(int item) -> name.apply(item) + ", which is before it in its group, is not done";
            case Reason.TimeOver _ -> "stopped when the time was over";
            case Reason.AnswerDue _ -> "not done when the answer was due";
            case Reason.Stopped(var lane) ->
                switch (lane) {
                    case NETWORK -> "stopped during a transfer";
                    case PIXELS -> "stopped before the picture was done";
                };
            case Reason.Unstoppable(var part) ->
                "no time was left to begin an encoding that cannot be stopped (" + part + ")";
            case Reason.Unanswered _ -> "the function gave no answer";
        };
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
