package renditions.event;

import java.util.List;
import renditions.json.Json;

/// Writes the reply to a batch of SQS messages: those that the queue must redeliver. Lambda deletes all others from
/// the queue, so every message that is not acknowledged is listed.
final class SqsReply {
    private SqsReply() {}

    /// The partial batch response (Lambda developer guide, "Implementing partial batch responses"): the id of every
    /// message with an entry that is not acknowledged, in the order of the batch, each once.
    ///
    /// @param messages the messages of the batch with their outcomes, in their order
    /// @return JSON in UTF-8
    static byte[] write(List<DeliveryOutcome> messages) {
        var reply = Json.object();
        var failures = reply.putArray("batchItemFailures");
        messages.stream()
                .filter(message -> !message.acknowledged())
                .map(message -> message.delivery().id())
                .distinct()
                .forEach(id -> failures.addObject().put("itemIdentifier", id));
        return Json.write(reply);
    }
}
