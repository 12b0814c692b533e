package renditions.histories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import renditions.lambda.RenditionsFunction;
import renditions.local.LocalAccess;
import renditions.local.cloud.SqsRecord;
import renditions.runtime.Environment;
import renditions.runtime.InvocationStatus;
import renditions.testing.PartialBatchResponse;
import renditions.testing.UnkindS3;

/// Where the function runs, in a process of its own, one invocation after the other. A process that was killed is
/// replaced. Used by one thread.
final class Host implements AutoCloseable {
    private final UnkindS3 gate;
    private final Map<String, String> variables;
    private final Path output;
    private final Counts counts;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile @Nullable Environment environment;
    private volatile Ambush ambush = new Ambush(Trouble.NONE, _ -> {});
    private Future<?> running;
    private int stepsHeld;

    /// A batch, and the queue that it goes back to.
    ///
    /// @param records as the function gets them
    record Batch(MessageQueue queue, List<QueuedMessage> messages, List<SqsRecord> records, Duration timeout) {}

    /// @param s3 what it reaches, by a way on which there may be trouble
    /// @param settings of the function
    /// @param output the file to which the output of its processes is appended
    Host(URI s3, Map<String, String> settings, Path output, Counts counts) {
        gate = UnkindS3.before(s3, call -> ambush.manner(call));
        variables = new HashMap<>(settings);
        variables.putAll(LocalAccess.variables(gate.endpoint()));
        this.output = output;
        this.counts = counts;
        running = thread.submit(this::environment);
    }

    /// Begins an invocation when the one before has ended. If a call of it is held, returns when that call has come.
    void invoke(Batch batch, Trouble trouble) throws InterruptedException, ExecutionException {
        await();
        var waiting = new Ambush(trouble, this::kill);
        ambush = waiting;
        running = thread.submit(() -> run(batch, waiting));
        if (trouble.hold() > 0) {
            stepsHeld = trouble.hold();
            waiting.awaitCall();
        }
    }

    /// Tells that a step of the history is about to happen.
    void step() {
        if (stepsHeld-- == 0) {
            ambush.release();
        }
    }

    /// Waits until the invocation has ended and all its calls, too.
    void await() throws InterruptedException, ExecutionException {
        ambush.release();
        running.get();
    }

    private @Nullable Void run(Batch batch, Ambush waiting) throws IOException, InterruptedException {
        InvocationStatus status;
        try {
            var event = SqsRecord.event(batch.records).getBytes(UTF_8);
            status = environment()
                    .invoke(UUID.randomUUID().toString(), event, batch.timeout)
                    .status();
        } finally {
            waiting.end();
        }
        gate.awaitIdle();
        batch.queue.settle(batch.messages, acknowledged(batch, status, waiting));
        counts.count(status);
        var _ = thread.submit(this::environment); // the next process starts beside what happens meanwhile
        return null;
    }

    private static Set<String> acknowledged(Batch batch, InvocationStatus status, Ambush waiting) {
        var ids = batch.messages.stream().map(QueuedMessage::id).toList();
        return switch (status) {
            case InvocationStatus.Answered(var _, var reply) -> PartialBatchResponse.deleted(ids, reply);
            case InvocationStatus.TimedOut _ -> Set.of();
            case InvocationStatus.Exited _ when waiting.killed() -> Set.of();
            case InvocationStatus.Exited _, InvocationStatus.Threw _ ->
                throw new IllegalStateException("nobody killed it: " + status);
        };
    }

    private void kill(String call) {
        var running = environment;
        if (running != null) {
            running.kill();
            counts.countKill(call);
        }
    }

    private Environment environment() throws InterruptedException {
        var there = environment;
        if (there != null && there.isAlive()) {
            return there;
        }
        if (there != null) {
            there.close();
        }
        there = Environment.start(RenditionsFunction.class.getName(), variables, output);
        environment = there;
        return there;
    }

    @Override
    public void close() {
        ambush.release();
        thread.close();
        var there = environment;
        if (there != null) {
            there.close();
        }
        gate.close();
    }
}
