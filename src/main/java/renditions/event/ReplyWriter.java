package renditions.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import renditions.batch.Outcome;
import renditions.json.Json;

/// Writes the answer to an [SqsBatch]: the messages that must come again. Lambda deletes all others from the queue,
/// so what is not known to be acknowledged is listed. Immutable, safe for use by many threads at once.
public final class ReplyWriter {
    /// The partial batch response (Lambda developer guide, "Implementing partial batch responses"): the id of every
    /// message with an entry that is not acknowledged, in the order of the batch, each once.
    ///
    /// @param outcomes one for each of [SqsBatch#entries()], in their order
    /// @return JSON in UTF-8
    /// @throws IllegalArgumentException when there are more or fewer outcomes than entries
    public byte[] write(SqsBatch batch, List<? extends Outcome<?>> outcomes) {
        var entries = batch.entries().size();
        if (outcomes.size() != entries) {
            throw new IllegalArgumentException(
                    "%d entries have %d outcomes; nothing is acknowledged".formatted(entries, outcomes.size()));
        }
        var reply = Json.object();
        var failures = reply.putArray("batchItemFailures");
        unacknowledged(batch, outcomes).forEach(id -> failures.addObject().put("itemIdentifier", id));
        return Json.write(reply);
    }

    private static SequencedSet<String> unacknowledged(SqsBatch batch, List<? extends Outcome<?>> outcomes) {
        var ids = new LinkedHashSet<String>();
        var next = outcomes.iterator();
        for (var message : batch.messages()) {
            for (var _ : message.entries()) {
                if (!next.next().acknowledged()) {
                    ids.add(message.id());
                }
            }
        }
        return ids;
    }
}
