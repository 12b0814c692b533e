package renditions.local.cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;

/// Deletes or redelivers messages that were received. Immutable, safe for use by many threads at once.
///
/// @param queue whose client all calls go to
record Settlement(UploadQueue queue) {
    /// Deletes messages.
    ///
    /// @return the ids of those that the queue did not delete
    List<String> delete(List<SqsRecord> messages) {
        return inChunks(
                messages,
                Settlement::deletion,
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

    /// Makes one call for every ten messages. Entries are named by their places, because SQS limits their names to
    /// 80 characters.
    private static <E> List<String> inChunks(List<SqsRecord> messages, Entry<E> entry, Call<E> call) {
        var refused = new ArrayList<String>();
        for (int from = 0; from < messages.size(); from += UploadQueue.AT_ONCE) {
            var chunk = messages.subList(from, Math.min(messages.size(), from + UploadQueue.AT_ONCE));
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
