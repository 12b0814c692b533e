package renditions.lambda;

import java.util.List;
import renditions.event.Entry;
import renditions.event.SqsBatch;
import renditions.event.Upload;

/// One item of a batch: an entry, and the message it came in.
///
/// @param message the message's id
public record Item(String message, Entry entry) {
    /// The items of a batch, in the order of its entries.
    public static List<Item> of(SqsBatch batch) {
        return batch.messages().stream()
                .flatMap(message -> message.entries().stream().map(entry -> new Item(message.id(), entry)))
                .toList();
    }

    /// What it is about, for people: the upload's address, or the message.
    public String subject() {
        return entry instanceof Upload upload ? upload.object().toString() : "message " + message;
    }
}
