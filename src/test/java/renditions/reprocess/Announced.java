package renditions.reprocess;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import renditions.event.DistinctItems;
import renditions.event.InvocationReader;
import renditions.event.Item;
import renditions.event.Removal;
import renditions.event.Upload;
import renditions.json.Json;

/// What the function reads in the messages of a sweep.
final class Announced {
    private Announced() {}

    /// One text for each message, in the order of these texts: `made`, `verified` or `removed`, and the key.
    static SortedSet<String> in(List<String> bodies) {
        var all = new TreeSet<String>();
        items(bodies).forEach(item -> all.add(text(item)));
        return all;
    }

    /// The items of a batch of these messages, each received for the first time.
    static List<Item> items(List<String> bodies) {
        var event = Json.object();
        var records = event.putArray("Records");
        for (int i = 0; i < bodies.size(); i++) {
            records.addObject()
                    .put("messageId", "m" + i)
                    .put("eventSource", "aws:sqs")
                    .put("body", bodies.get(i))
                    .putObject("attributes")
                    .put("ApproximateReceiveCount", "1");
        }
        return DistinctItems.of(new InvocationReader().read(Json.write(event))).items();
    }

    private static String text(Item item) {
        return switch (item.entry()) {
            case Upload upload ->
                (item.receiveCount() > 1 ? "verified " : "made ")
                        + upload.object().key();
            case Removal removal -> "removed " + removal.object().key();
            default -> throw new AssertionError("the function cannot use " + item);
        };
    }
}
