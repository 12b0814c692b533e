package renditions.runtime;

import java.time.Duration;

/// Counts invocations, so that a run can say what it has seen.
final class Tally {
    private int invocations;
    private int messages;
    private int acknowledged;
    private Duration least = Duration.ofDays(1);

    void count(Staging.Outcome outcome) {
        var invocation = outcome.verdict().invocation();
        var left = Duration.ofNanos(invocation.due() - invocation.ending().at());
        invocations++;
        messages += outcome.batch().size();
        acknowledged += outcome.verdict().acknowledged().size();
        least = left.compareTo(least) < 0 ? left : least;
    }

    @Override
    public String toString() {
        return "%,d invocations with %,d messages, %,d of them acknowledged; the answer nearest to its deadline had %,d ms left"
                .formatted(invocations, messages, acknowledged, least.toMillis());
    }
}
