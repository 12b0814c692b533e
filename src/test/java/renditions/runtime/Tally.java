package renditions.runtime;

import java.time.Duration;

/// Counts invocations, for the summary of a run.
final class Tally {
    private int invocations;
    private int messages;
    private int acknowledged;
    private int late;
    private Duration kept = Duration.ZERO;
    private Duration least = Duration.ofDays(1);

    void count(Staging.Performance performance) {
        var invocation = performance.verdict().invocation();
        var left = Duration.ofNanos(invocation.due() - invocation.status().at());
        var taken = Duration.ofNanos(invocation
                .machine()
                .kept(
                        invocation.status().at() - Environment.LAST_MOMENTS.toNanos(),
                        invocation.status().at()));
        invocations++;
        late += left.isNegative() ? 1 : 0;
        kept = taken.compareTo(kept) > 0 ? taken : kept;
        messages += performance.batch().size();
        acknowledged += performance.verdict().acknowledged().size();
        least = left.compareTo(least) < 0 ? left : least;
    }

    @Override
    public String toString() {
        return """
                %,d invocations with %,d messages, %,d of them acknowledged; the answer nearest to its deadline had \
                %,d ms left; %,d came after it; a busy machine kept one waiting for %,d ms at most""".formatted(invocations, messages, acknowledged, least.toMillis(), late, kept.toMillis());
    }
}
