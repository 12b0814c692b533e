package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The function's reply to a batch, and what Lambda concludes from it if the mapping reports batch item failures.
///
/// Source: "Implementing partial batch responses" of the Lambda developer guide. Where the guide is silent, a reply
/// counts as a failure, because then nothing is deleted.
///
/// @param text the function's reply; empty if there is none
/// @param acknowledged the messages that are deleted from the queue, in the order of the batch
/// @param flaw why the whole batch counts as failed, one sentence; empty if it does not count as failed
public record BatchReply(String text, Set<String> acknowledged, String flaw) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The invocation ended without a reply: nothing is acknowledged.
    public static BatchReply none(String why) {
        return new BatchReply("", Set.of(), why);
    }

    /// Reads a reply.
    ///
    /// @param batch the ids of the messages of the batch
    public static BatchReply read(List<String> batch, byte[] reply) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(reply)).toString();
            return read(batch, text);
        } catch (CharacterCodingException notText) {
            return none("the reply is not UTF-8");
        }
    }

    private static BatchReply read(List<String> batch, String text) {
        try {
            var tree = JSON.readTree(text);
            var failures = tree.path("batchItemFailures");
            if (tree.isNull() || tree.isMissingNode() || (tree.isObject() && isNothing(failures))) {
                return new BatchReply(text, new LinkedHashSet<>(batch), "");
            }
            return failures.isArray()
                    ? listed(batch, text, failures)
                    : new BatchReply(text, Set.of(), "the reply has no list batchItemFailures");
        } catch (JacksonException notJson) {
            return new BatchReply(text, Set.of(), "the reply is not JSON");
        }
    }

    /// The messages that the queue redelivers.
    ///
    /// @param batch the ids of the messages of the batch
    /// @return their places in the batch, from 0 on
    public List<Integer> redelivered(List<String> batch) {
        return IntStream.range(0, batch.size())
                .filter(place -> !acknowledged.contains(batch.get(place)))
                .boxed()
                .toList();
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private static BatchReply listed(List<String> batch, String text, JsonNode failures) {
        var acknowledged = new LinkedHashSet<>(batch);
        for (var failure : failures) {
            var id = failure.path("itemIdentifier");
            if (!id.isString() || !batch.contains(id.stringValue())) {
                return new BatchReply(text, Set.of(), "the reply names a message that is not in the batch");
            }
            acknowledged.remove(id.stringValue());
        }
        return new BatchReply(text, acknowledged, "");
    }
}
