package renditions.local.cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Receives batches from a queue, and deletes or redelivers their messages. Immutable, safe for use by many threads
/// at once.
///
/// @param queue the queue; its client makes all calls
/// @param settings how large a batch may be, and how long it may be filled
/// @param closing reaches zero when no more may be received
record Batches(UploadQueue queue, MappingSettings settings, CountDownLatch closing) {
    /// The most messages of one call of SQS.
    private static final int AT_ONCE = 10;

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

    /// Deletes messages.
    ///
    /// @return the ids of those that the queue did not delete
    List<String> delete(List<SqsRecord> messages) {
        return inChunks(
                messages,
                Batches::deletion,
                entries -> queue.sqs()
                        .deleteMessageBatch(it -> it.queueUrl(queue.url()).entries(entries))
                        .failed());
    }

    /// Makes the queue redeliver messages after this time. If it refuses, it redelivers them after its visibility
    /// time-out.
    void redeliver(List<SqsRecord> messages, Duration after) {
        inChunks(
                messages,
                (id, message) -> visibility(id, message, after),
                entries -> queue.sqs()
                        .changeMessageVisibilityBatch(
                                it -> it.queueUrl(queue.url()).entries(entries))
                        .failed());
    }

    private boolean isFull(Collection<SqsRecord> batch) {
        return batch.size() >= settings.batchSize()
                || batch.stream().mapToLong(message -> message.body().length()).sum() >= FULL;
    }

    /// Adds up to ten messages that are there, and returns how many.
    private int receive(LinkedHashMap<String, SqsRecord> batch) {
        int most = Math.min(AT_ONCE, settings.batchSize() - batch.size());
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

    /// Makes one call for every ten messages. Entries are named by their places, because SQS limits their names to
    /// 80 characters.
    private static <E> List<String> inChunks(List<SqsRecord> messages, Entry<E> entry, Call<E> call) {
        var refused = new ArrayList<String>();
        for (int from = 0; from < messages.size(); from += AT_ONCE) {
            var chunk = messages.subList(from, Math.min(messages.size(), from + AT_ONCE));
            var entries = Stream.iterate(0, i -> i < chunk.size(), i -> i + 1)
                    .map(i -> entry.of(Integer.toString(i), chunk.get(i)))
                    .toList();
            call.of(entries)
                    .forEach(failed ->
                            refused.add(chunk.get(Integer.parseInt(failed.id())).messageId()));
        }
        return refused;
    }

    private static DeleteMessageBatchRequestEntry deletion(String id, SqsRecord message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(message.receiptHandle())
                .build();
    }

    private static ChangeMessageVisibilityBatchRequestEntry visibility(String id, SqsRecord message, Duration after) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout((int) after.toSeconds())
                .build();
    }

    private interface Entry<E> {
        E of(String id, SqsRecord message);
    }

    private interface Call<E> {
        List<BatchResultErrorEntry> of(List<E> entries);
    }
}
