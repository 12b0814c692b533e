package renditions.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import renditions.batch.Cancellation;
import renditions.batch.Deadline.Margins;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.log.Log;
import renditions.queue.MessageQueue;
import renditions.queue.QueueProblem;
import renditions.queue.SqsClients;
import renditions.queue.SqsMessageQueue;
import renditions.reprocess.Sweep;
import renditions.reprocess.SweepReport;
import renditions.reprocess.Tick;
import renditions.store.S3Clients;
import renditions.store.S3ObjectStore;
import renditions.telemetry.Counts;
import renditions.telemetry.RecordLog;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The parts of scheduled reprocessing, wired once for the whole process.
///
/// @param lanes run the sweep and its calls; the pixel lane stays idle
/// @param margins the parts of an invocation's time that are kept back
/// @param records where the counts of an invocation go; the second value says how long the answer may wait for that
public record Reprocessing(
        Lanes lanes, Margins margins, MessageQueue queue, Sweep sweep, BiConsumer<Counts, Duration> records)
        implements AutoCloseable {
    /// How many calls to S3 and to SQS there are at once.
    private static final int CONNECTIONS = 50;

    /// What one tick led to.
    ///
    /// @param sweep empty if the tick asked for none
    /// @param redriven whether the dead letters are moved back
    record Result(Optional<SweepReport> sweep, boolean redriven) {}

    /// The parts on Lambda.
    static Reprocessing onLambda(ReprocessSettings settings) {
        Log.level(settings.function().logLevel());
        var s3 = S3Clients.builder(CONNECTIONS).build();
        var sqs = SqsClients.builder(CONNECTIONS).build();
        var clock = InstantSource.system();
        return of(settings, s3, sqs, clock, new RecordLog(Log.lines(), clock)::keep);
    }

    /// The parts for these settings.
    ///
    /// @param s3 the client, which the caller closes after this
    /// @param sqs likewise
    /// @param clock as in [Sweep]
    public static Reprocessing of(
            ReprocessSettings settings,
            S3Client s3,
            SqsClient sqs,
            InstantSource clock,
            BiConsumer<Counts, Duration> records) {
        var queue = new SqsMessageQueue(sqs, settings.queueUrl(), settings.deadLetters());
        var lanes = new Lanes(NanoClock.system(), 1, 1);
        var sweep = new Sweep(new S3ObjectStore(s3), queue, lanes, settings.sweep(), clock);
        return new Reprocessing(lanes, settings.function().margins(), queue, sweep, records);
    }

    /// Does what a tick asks for.
    ///
    /// @param id of the invocation
    Outcome<Result> run(Cancellation cancellation, String id, Tick tick) {
        boolean redrives = tick.redrive() && !tick.dryRun();
        if (redrives && queue.redrive(cancellation) instanceof QueueProblem problem) {
            return new Outcome.Failed<>(Problem.of(problem.kind().name(), problem.message(), problem.severity()));
        }
        var swept = tick.range().map(range -> sweep.run(cancellation, id, range, tick.dryRun()));
        return new Outcome.Done<>(new Result(swept, redrives));
    }

    /// Ends the lanes' threads. Nothing may be running on the lanes.
    @Override
    public void close() {
        lanes.close();
    }
}
