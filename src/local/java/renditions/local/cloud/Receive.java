package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;

/// One batch that was received from a queue and handed to the function.
///
/// @param messages in the order of the batch, each once
/// @param begin when the batch was handed over, in nanoseconds of [System#nanoTime()]
/// @param end when the batch was answered or given up, on the same clock
/// @param reply the function's reply, and what Lambda concludes from it
/// @param undeleted the ids of acknowledged messages that the queue refused to delete: they are redelivered
public record Receive(List<SqsRecord> messages, long begin, long end, BatchReply reply, List<String> undeleted) {
    public Receive {
        messages = List.copyOf(messages);
        undeleted = List.copyOf(undeleted);
    }

    /// Whether this message of the batch was deleted from the queue.
    public boolean deleted(SqsRecord message) {
        return reply.acknowledged().contains(message.messageId()) && !undeleted.contains(message.messageId());
    }

    /// The event that the function was handed, JSON in UTF-8.
    public byte[] event() {
        return SqsRecord.event(messages).getBytes(UTF_8);
    }

    /// The messages that stay in the queue, by their places in the batch, from 0 on.
    public List<Integer> left() {
        return IntStream.range(0, messages.size())
                .filter(place -> !deleted(messages.get(place)))
                .boxed()
                .toList();
    }

    /// Is told of every batch after its messages were deleted or left. Called on the thread that received it, by
    /// several at once if the mapping is concurrent; must be quick, because that thread receives nothing meanwhile.
    @FunctionalInterface
    public interface Listener {
        void received(Receive receive);
    }
}
