package renditions.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message of a queue. It is acknowledged or comes again as a whole.
///
/// @param id what the reply calls it, never empty; as it came, so two messages of a batch may have the same
/// @param receiveCount how often it was received, this time included; 1 where the event does not say
/// @param group its message group, whose order a FIFO queue keeps; on other queues no more than a label
/// @param entries what it asks for, in its order, never empty
public record Message(String id, int receiveCount, @Nullable String group, List<Entry> entries) {
    public Message {
        entries = List.copyOf(entries);
        if (id.isEmpty() || receiveCount < 1 || entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "a message has an id, a receive count of 1 or more and entries, not '%s', %d and %s"
                            .formatted(id, receiveCount, entries));
        }
    }
}
