package renditions.lambda;

import java.util.List;
import java.util.Objects;
import renditions.event.Entry;
import renditions.event.SqsBatch;
import renditions.event.Upload;

/// One item of a batch: an entry, and the message it came in.
///
/// @param message the message's id
/// @param group within it items keep their order where one is kept: the message group of a FIFO queue. All items
///     of other queues are one group, whatever their messages are labelled with
public record Item(String message, String group, Entry entry) {
    /// The items of a batch, in the order of its entries.
    public static List<Item> of(SqsBatch batch) {
        return batch.messages().stream()
                .flatMap(message -> {
                    var group = batch.fifo() ? Objects.requireNonNullElse(message.group(), "") : "";
                    return message.entries().stream().map(entry -> new Item(message.id(), group, entry));
                })
                .toList();
    }

    /// What it is about, for people: the upload's address, or the message.
    public String subject() {
        return entry instanceof Upload upload ? upload.object().toString() : "message " + message;
    }
}
