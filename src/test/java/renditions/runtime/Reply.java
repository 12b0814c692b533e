package renditions.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import renditions.testing.PartialBatchResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A reply to a batch, as Lambda reads it.
///
/// @param acknowledged the ids of the messages that Lambda deletes
/// @param sound whether it is correct: JSON that lists messages of the batch, each once
record Reply(Set<String> acknowledged, boolean sound) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Reply read(byte[] reply, List<Message> batch) {
        var ids = batch.stream().map(Message::id).toList();
        var listed = listed(reply);
        var deleted = PartialBatchResponse.deleted(ids, reply);
        var all = new HashSet<>(listed);
        all.addAll(deleted);
        return new Reply(deleted, all.size() == listed.size() + deleted.size() && all.equals(Set.copyOf(ids)));
    }

    private static List<String> listed(byte[] reply) {
        var ids = new ArrayList<String>();
        try {
            for (var item : JSON.readTree(reply).path("batchItemFailures")) {
                ids.add(item.path("itemIdentifier").asString(""));
            }
        } catch (JacksonException unreadable) {
            // Nothing is listed, and Lambda deletes nothing either, so the reply is not sound.
        }
        return ids;
    }
}
