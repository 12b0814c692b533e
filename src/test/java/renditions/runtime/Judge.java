package renditions.runtime;

import static renditions.runtime.Violation.Promise.ON_TIME;
import static renditions.runtime.Violation.Promise.READABLE;

import java.time.Duration;
import java.util.List;
import renditions.testing.Call;

/// Checks invocations against the function's promises, by what Lambda and S3 saw.
///
/// @param places the keys of renditions and manifests
/// @param stored the objects in S3
/// @param reserve the setting `RESERVE_MS`
/// @param grace the setting `GRACE_MS`
record Judge(Places places, StoredObjects stored, Duration reserve, Duration grace) {
    /// The reserve is at least this part of the remaining time (one in 50): the README on `RESERVE_MS`.
    private static final int SHARE_OF_TIMEOUT = 50;

    /// Reserve and grace together are at most this part of the remaining time (one in 4), likewise.
    private static final int MOST_OF_TIMEOUT = 4;

    /// The violations of an invocation.
    ///
    /// @param calls all calls between the function and S3 until now
    List<Violation> judge(Invocation invocation, List<Message> batch, List<Call> calls) {
        return switch (invocation.status()) {
            case InvocationStatus.TimedOut _ -> List.of(new Violation(ON_TIME, "nothing came; the process was killed"));
            case InvocationStatus.Exited exited ->
                List.of(new Violation(READABLE, "the process ended by itself with code " + exited.code()));
            case InvocationStatus.Threw threw -> List.of(new Violation(READABLE, "it threw " + threw.error()));
            case InvocationStatus.Answered(var at, var reply) ->
                new Hearing(this, invocation, at, Reply.read(reply, batch), batch, Hearing.puts(calls)).violations();
        };
    }

    /// The moment at which the function may tell its work to stop.
    long cancel(Invocation invocation) {
        var share = invocation.timeout().dividedBy(SHARE_OF_TIMEOUT);
        var usual = grace.plus(share.compareTo(reserve) > 0 ? share : reserve);
        var most = invocation.timeout().dividedBy(MOST_OF_TIMEOUT);
        var kept = usual.compareTo(most) < 0 ? usual : most;
        return invocation.begun() + invocation.timeout().minus(kept).toNanos();
    }
}
