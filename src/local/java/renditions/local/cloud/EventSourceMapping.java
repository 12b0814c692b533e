package renditions.local.cloud;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The event source mapping between an SQS queue and a function: it receives messages, hands them over in batches,
/// and deletes those that the function's reply does not name. The others stay in the queue, invisible until their
/// visibility time-out is over. The queue counts the receives of each message and moves it to the dead-letter queue
/// after too many.
///
/// It works as on AWS with `ReportBatchItemFailures`: the function's answer counts if it comes in time. Unlike on
/// AWS, the number of batches under way is fixed, and retries are not slowed down.
public final class EventSourceMapping implements AutoCloseable {
    private final UploadQueue queue;
    private final Batches batches;
    private final HandOver handOver;
    private final Receive.Listener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> problem = new AtomicReference<>();
    private final List<Thread> pollers;

    private EventSourceMapping(
            UploadQueue queue, RequestStreamHandler handler, MappingSettings settings, Receive.Listener listener) {
        this.queue = queue;
        this.listener = listener;
        batches = new Batches(queue, settings, closing);
        handOver =
                new HandOver(new Function(handler, settings.timeout()), new Settlement(queue), settings.redelivery());
        pollers = IntStream.range(0, settings.concurrency())
                .mapToObj(i -> Thread.ofVirtual().name("poller-" + i).unstarted(this::poll))
                .toList();
    }

    /// Begins to receive.
    ///
    /// @param handler invoked by several threads at once if the mapping is concurrent; not closed here
    /// @param listener is told of every batch
    /// @return owned by the caller, who closes it before the queue
    /// @throws IllegalArgumentException if the function's time-out is longer than the queue's visibility time-out,
    ///     which AWS refuses, too
    public static EventSourceMapping start(
            UploadQueue queue, RequestStreamHandler handler, MappingSettings settings, Receive.Listener listener) {
        var visibility = queue.visibility();
        MappingSettings.require(
                settings.timeout().compareTo(visibility) <= 0,
                "the function's time-out is %s, longer than the queue's visibility time-out of %s"
                        .formatted(settings.timeout(), visibility));
        var mapping = new EventSourceMapping(queue, handler, settings, listener);
        mapping.pollers.forEach(Thread::start);
        return mapping;
    }

    /// Waits until every message is deleted or in the dead-letter queue.
    ///
    /// @throws IllegalStateException if that takes longer than `most`, or if the mapping has ended because of a
    ///     problem, which is the cause
    public void awaitEmptyQueue(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (int depth = queue.depth(); depth > 0; depth = queue.depth()) {
            requireSound();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT, "the queue still holds %,d messages after %,d s", depth, most.toSeconds()));
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        requireSound();
    }

    /// Stops receiving, and waits until all received batches are answered and settled, at most for the function's
    /// time-out. A second call does nothing.
    ///
    /// @throws IllegalStateException if the mapping has ended because of a problem, which is the cause
    @Override
    public void close() {
        closing.countDown();
        boolean interrupted = false;
        for (var poller : pollers) {
            while (poller.isAlive()) {
                try {
                    poller.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        requireSound();
    }

    private void requireSound() {
        var ended = problem.get();
        if (ended != null) {
            throw new IllegalStateException("the event source mapping has ended: " + ended, ended);
        }
    }

    private void poll() {
        try {
            while (closing.getCount() > 0 && problem.get() == null) {
                var batch = batches.next();
                if (!batch.isEmpty()) {
                    listener.received(handOver.of(batch));
                }
            }
        } catch (Throwable ended) { // kept: a poller that has ended must not look like one that finds nothing
            problem.compareAndSet(null, ended);
        }
    }
}
