package renditions.lambda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import renditions.event.Entry;
import renditions.event.SqsBatch;
import renditions.event.Upload;

/// The items of a batch, each upload once: a queue delivers some messages twice, and two attempts at one upload
/// side by side would only be in each other's way.
///
/// @param items what is to be worked on
/// @param places for each entry of the batch, in its order, which item answers for it
public record Distinct(List<Item> items, List<Integer> places) {
    /// The items of a batch.
    public static Distinct of(SqsBatch batch) {
        var items = new ArrayList<Item>();
        var places = new ArrayList<Integer>();
        var known = new HashMap<List<?>, Integer>();
        for (var message : batch.messages()) {
            var group = batch.fifo() ? Objects.requireNonNullElse(message.group(), "") : "";
            for (var entry : message.entries()) {
                places.add(known.computeIfAbsent(sameness(group, entry), _ -> {
                    items.add(new Item(message.id(), message.receiveCount(), group, entry));
                    return items.size() - 1;
                }));
            }
        }
        return new Distinct(List.copyOf(items), List.copyOf(places));
    }

    /// What makes two entries one item: they are about the same, and no order lies between them. No record of its own,
    /// for the first hash code of one takes milliseconds of a cold start.
    private static List<?> sameness(String group, Entry entry) {
        if (entry instanceof Upload upload) {
            var object = upload.object();
            return Arrays.asList(group, object.bucket(), object.key(), object.version(), upload.etag());
        }
        return List.of(group, entry);
    }

    /// For each entry of the batch what its item has in `all`.
    public <V> List<V> spread(List<V> all) {
        return places.stream().map(all::get).toList();
    }
}
