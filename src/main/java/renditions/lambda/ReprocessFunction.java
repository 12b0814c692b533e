package renditions.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.event.Level;
import renditions.batch.AnswerTime;
import renditions.batch.Batch;
import renditions.batch.Deadline;
import renditions.batch.Outcome;
import renditions.batch.Work;
import renditions.lambda.Reprocessing.Result;
import renditions.reprocess.SweepReport;
import renditions.reprocess.SweepReport.Ending;
import renditions.reprocess.Tick;
import renditions.telemetry.Counts;
import renditions.telemetry.Request;

/// The handler that Lambda calls on a schedule: it looks for uploads whose renditions are missing, old or doubtful,
/// and announces them to the queue of uploads. `docs/reprocessing.md` describes the ticks.
///
/// A tick is a batch of one item, so the engine's deadline holds for it. Safe for several invocations at once.
public final class ReprocessFunction implements RequestStreamHandler {
    /// The longest time that an answer waits for its line of the log.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AnswerTime answers = new AnswerTime();
    private final Reprocessing parts;

    /// The function as Lambda makes it, from its environment variables.
    ///
    /// @throws IllegalArgumentException if a setting is wrong; the message names the variable, its value and what
    ///     is allowed
    public ReprocessFunction() {
        this(Reprocessing.onLambda(ReprocessSettings.of(Settings.environment())));
    }

    /// The function with other parts, for the local run and tests.
    public ReprocessFunction(Reprocessing parts) {
        this.parts = parts;
    }

    /// Answers one tick.
    ///
    /// @param event the tick, as JSON; not closed
    /// @param reply takes the reply as JSON; not closed
    /// @throws IllegalArgumentException if it is no tick; nothing was done
    /// @throws IllegalStateException if S3 or SQS failed; what was found before that is sent, and the next tick
    ///     goes on
    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        long begin = parts.lanes().clock().nanoTime();
        var remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
        var deadline = Deadline.after(begin, remaining, parts.margins(), answers.expected());
        var request = new Request(context.getAwsRequestId(), context.getFunctionName(), context.getFunctionVersion());
        var tick = within(Tick.read(event.readAllBytes()));
        var result = result(tick, run(request, tick, deadline));
        long sealed = parts.lanes().clock().nanoTime();
        result.sweep().ifPresent(sweep -> keep(request, sweep));
        if (result.sweep().isPresent() && result.sweep().get().ending() instanceof Ending.Failed(var problem)) {
            throw new IllegalStateException(problem.message());
        }
        reply.write(ReprocessReply.json(tick, result));
        answers.learn(parts.lanes().clock().nanoTime() - sealed);
    }

    private Tick within(Tick tick) {
        var settings = parts.sweep().settings();
        return new Tick(tick.range().map(settings::within), tick.redrive(), tick.dryRun());
    }

    private Outcome<Result> run(Request request, Tick tick, Deadline deadline) throws IOException {
        Work<Tick, Result> work = (cancellation, it) -> parts.run(cancellation, request.id(), it);
        try {
            return Batch.of(List.of(tick), work)
                    .run(parts.lanes(), deadline)
                    .outcomes()
                    .getFirst();
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException("the invocation was interrupted");
        }
    }

    private static Result result(Tick tick, Outcome<Result> outcome) {
        return switch (outcome) {
            case Outcome.Done<Result>(var result) -> result;
            case Outcome.Failed<Result>(var problem) ->
                throw new IllegalStateException(problem.message(), problem.cause());
            case Outcome.NotStarted<Result> _,
                    Outcome.NotFinished<Result> _,
                    Outcome.Skipped<Result> _,
                    Outcome.Quarantined<Result> _ ->
                new Result(tick.range().map(_ -> new SweepReport(0, Map.of(), 0, new Ending.OutOfTime())), false);
        };
    }

    private void keep(Request request, SweepReport sweep) {
        var level = sweep.ending() instanceof Ending.Failed ? Level.ERROR : Level.INFO;
        var counts = new Counts(request, level, ReprocessReply.words(sweep), ReprocessReply.metrics(sweep));
        parts.records().accept(counts, PATIENCE);
    }
}
