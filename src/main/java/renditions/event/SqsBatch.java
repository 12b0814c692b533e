package renditions.event;

import java.util.List;

/// Messages that Lambda took from one SQS queue and deletes from it unless the reply lists them.
///
/// @param messages in the order of the batch; none is left out, whatever it says; may be empty
/// @param fifo whether the queue keeps the order inside a message group
public record SqsBatch(List<Message> messages, boolean fifo) implements Invocation {
    public SqsBatch {
        messages = List.copyOf(messages);
    }

    /// The entries of all messages, in the order of the batch: what [ReplyWriter#write] wants one outcome each for.
    public List<Entry> entries() {
        return messages.stream().flatMap(message -> message.entries().stream()).toList();
    }
}
