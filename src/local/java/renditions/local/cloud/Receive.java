package renditions.local.cloud;

import java.util.List;

/// One batch that was received from a queue and handed to the function.
///
/// @param messages in the order of the batch, each once
/// @param begin when it was handed over, in nanoseconds of [System#nanoTime()]
/// @param end when it was answered or given up, on the same clock
/// @param answer what the function said, and what of it counts
/// @param undeleted the acknowledged messages that the queue refused to delete: they come again
public record Receive(List<SqsRecord> messages, long begin, long end, BatchAnswer answer, List<String> undeleted) {
    public Receive {
        messages = List.copyOf(messages);
        undeleted = List.copyOf(undeleted);
    }

    /// Whether this message of the batch is no longer in the queue.
    public boolean deleted(SqsRecord message) {
        return answer.acknowledged().contains(message.messageId()) && !undeleted.contains(message.messageId());
    }

    /// Hears of every batch when all that follows from it was done. Called on the thread that received it, several
    /// at once if the mapping is concurrent; must be quick, for nothing is received meanwhile.
    @FunctionalInterface
    public interface Listener {
        void received(Receive receive);
    }
}
