package renditions.event;

import java.util.List;
import renditions.batch.Outcome;
import renditions.json.Json;

/// Writes the reply to an [SqsBatch]: the messages that the queue must redeliver. Lambda deletes all others from
/// the queue, so every message that is not acknowledged is listed.
final class SqsReply {
    private SqsReply() {}

    /// The partial batch response (Lambda developer guide, "Implementing partial batch responses"): the id of every
    /// message with an entry that is not acknowledged, in the order of the batch, each once.
    ///
    /// @param outcomes one for each of [SqsBatch#entries()], in their order
    /// @return JSON in UTF-8
    /// @throws IllegalArgumentException when there are more or fewer outcomes than entries
    static byte[] write(SqsBatch batch, List<? extends Outcome<?>> outcomes) {
        var reply = Json.object();
        var failures = reply.putArray("batchItemFailures");
        DeliveryOutcome.of(batch, outcomes).stream()
                .filter(message -> !message.acknowledged())
                .map(message -> message.delivery().id())
                .distinct()
                .forEach(id -> failures.addObject().put("itemIdentifier", id));
        return Json.write(reply);
    }
}
