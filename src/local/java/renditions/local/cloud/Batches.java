package renditions.local.cloud;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Receives batches from a queue. Immutable, safe for use by many threads at once.
///
/// @param queue the queue; its client makes all calls
/// @param settings how large a batch may be, and how long it may be filled
/// @param closing reaches zero when no more may be received
record Batches(UploadQueue queue, MappingSettings settings, CountDownLatch closing) {
    /// Milliseconds between two calls if the queue is empty. Lambda waits within the call, which is cheaper; here
    /// that would delay the end of the mapping.
    private static final int PAUSE = 100;

    /// A batch with this many characters is full. Lambda hands over 6 MB at most, and one more call can add 640 KB:
    /// ten notifications of 64 KB.
    private static final long FULL = 5_000_000;

    /// The next batch; waits for its first message.
    ///
    /// @return each message once, with its newest receipt handle; empty if no more may be received
    List<SqsRecord> next() throws InterruptedException {
        var batch = new LinkedHashMap<String, SqsRecord>();
        while (closing.getCount() > 0 && receive(batch) == 0) {
            pause();
        }
        long filled = System.nanoTime() + settings.window().toNanos();
        while (closing.getCount() > 0 && !isFull(batch.values()) && System.nanoTime() < filled) {
            if (receive(batch) == 0) {
                pause();
            }
        }
        return List.copyOf(batch.values());
    }

    private boolean isFull(Collection<SqsRecord> batch) {
        return batch.size() >= settings.batchSize()
                || batch.stream().mapToLong(message -> message.body().length()).sum() >= FULL;
    }

    /// Adds up to ten messages that are there, and returns how many.
    private int receive(LinkedHashMap<String, SqsRecord> batch) {
        int most = Math.min(UploadQueue.AT_ONCE, settings.batchSize() - batch.size());
        var messages = queue.sqs()
                .receiveMessage(request -> request.queueUrl(queue.url())
                        .maxNumberOfMessages(most)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
        messages.forEach(message -> batch.put(message.messageId(), SqsRecord.of(message, queue.arn())));
        return messages.size();
    }

    @SuppressWarnings("ResultOfMethodCallIgnored") // the caller asks `closing` itself
    private void pause() throws InterruptedException {
        closing.await(PAUSE, TimeUnit.MILLISECONDS);
    }
}
