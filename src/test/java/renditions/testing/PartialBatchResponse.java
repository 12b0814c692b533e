package renditions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lambda's reading of a reply to an SQS batch, if the mapping reports batch item failures. It is an independent
/// reading of the Lambda developer guide, "Implementing partial batch responses", and shares no code with the reply
/// writer.
public final class PartialBatchResponse {
    private static final JsonMapper JSON = new JsonMapper();

    private PartialBatchResponse() {}

    /// The ids of the messages that Lambda deletes from the queue; it redelivers all others.
    ///
    /// @param batch the ids of all messages
    public static Set<String> deleted(List<String> batch, byte[] response) {
        var deleted = new HashSet<>(batch);
        for (var item : failures(response)) {
            var id = item.path("itemIdentifier");
            if (!id.isString() || !batch.contains(id.stringValue())) {
                return Set.of(); // a missing, null, empty or unknown id fails the whole batch
            }
            deleted.remove(id.stringValue());
        }
        return deleted;
    }

    /// No answer, no list or an empty list is complete success. A text that is not JSON counts as one failure
    /// without an id. So do replies that the guide does not mention, such as a list that is no list, because nobody
    /// may rely on them to delete anything.
    private static Iterable<JsonNode> failures(byte[] response) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(response)).toString();
            var answer = JSON.readTree(text);
            var list = answer.isObject() ? answer.path("batchItemFailures") : answer;
            if (list.isNull() || list.isMissingNode()) {
                return List.of();
            }
            return answer.isObject() && list.isArray() ? list : List.of(JSON.createObjectNode());
        } catch (CharacterCodingException | JacksonException notJson) {
            return List.of(JSON.createObjectNode());
        }
    }
}
