package renditions.local.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A queue of uploads in an embedded SQS of its own, and the event source mapping that hands its messages to a
/// function. It starts in the background; the first use waits until it has started.
public final class LocalQueue implements AutoCloseable {
    /// How long after an answer a message that was not acknowledged is redelivered: short enough to wait for, long
    /// enough to be seen.
    private static final Duration REDELIVERY = Duration.ofSeconds(1);

    private static final Duration FOREVER = Duration.ofDays(1);

    /// The most messages of a batch that has no time to fill.
    private static final int SMALL_BATCH = 10;

    private final CompletableFuture<Started> started;
    private final Duration timeout;

    private LocalQueue(CompletableFuture<Started> started, Duration timeout) {
        this.started = started;
        this.timeout = timeout;
    }

    private record Started(EmbeddedSqs server, SqsClient client, UploadQueue queue) {
        static Started of(String name, Duration visibility, int receives) {
            var server = EmbeddedSqs.start();
            var client = server.client();
            return new Started(server, client, UploadQueue.create(client, name, visibility, receives));
        }
    }

    /// Starts one.
    ///
    /// @param timeout of the function, and the visibility time-out
    /// @param receives how often a message is received before it is a dead letter
    /// @return owned by the caller, who closes it
    public static LocalQueue starting(String name, Duration timeout, int receives) {
        return new LocalQueue(CompletableFuture.supplyAsync(() -> Started.of(name, timeout, receives)), timeout);
    }

    /// The queue, for those who send to it.
    public UploadQueue queue() {
        return started.join().queue();
    }

    /// Hands its messages to the function until each is deleted or a dead letter. One batch at a time, so that the
    /// run can be followed.
    ///
    /// @param messages the most messages of a batch; small batches would leave cores idle in between
    public void drain(RequestStreamHandler function, int messages, Receive.Listener listener)
            throws InterruptedException {
        boolean many = messages > SMALL_BATCH;
        drain(function, many ? messages : SMALL_BATCH, many ? Duration.ofSeconds(1) : Duration.ZERO, 1, listener);
    }

    /// The same with up to two batches under way at once.
    ///
    /// @param listener called by two threads at once
    public void drainSideBySide(RequestStreamHandler function, Receive.Listener listener) throws InterruptedException {
        drain(function, SMALL_BATCH, Duration.ZERO, 2, listener);
    }

    private void drain(
            RequestStreamHandler function, int messages, Duration window, int concurrency, Receive.Listener listener)
            throws InterruptedException {
        var settings = new MappingSettings(messages, window, concurrency, timeout, Optional.of(REDELIVERY));
        try (var mapping = EventSourceMapping.start(queue(), function, settings, listener)) {
            mapping.awaitEmptyQueue(FOREVER);
        }
    }

    /// Takes all messages out of the dead-letter queue.
    ///
    /// @return their ids
    public Set<String> takeDeadLetters() {
        return queue().takeDeadLetters().stream().map(SqsRecord::messageId).collect(Collectors.toSet());
    }

    /// Stops the SQS and drops its messages.
    @Override
    public void close() {
        var all = started.join();
        try (var _ = all.server()) {
            all.client().close();
        }
    }
}
