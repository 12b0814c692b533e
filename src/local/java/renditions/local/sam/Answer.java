package renditions.local.sam;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import renditions.event.Message;
import renditions.local.report.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back from an invocation.
sealed interface Answer {
    /// The function's reply.
    ///
    /// @param json as it came
    /// @param again the ids of the messages that come again
    record Reply(String json, List<String> again) implements Answer {
        /// The messages that come again, by their place in the batch, for people.
        String comesAgain(List<Message> batch) {
            var ids = new HashSet<>(again);
            return Words.messages(
                    IntStream.range(0, batch.size())
                            .filter(i -> ids.contains(batch.get(i).id())),
                    batch.size());
        }
    }

    /// None: the function threw, ran out of time or never began. Lambda would let the whole batch come again.
    ///
    /// @param reason for people
    record None(String reason) implements Answer {}

    /// Reads what `sam local invoke` printed.
    static Answer of(SamCli.Invoked invoked) {
        if (invoked.exit() != 0) {
            return new None("sam local invoke ended with " + invoked.exit() + "; what it said stands above");
        }
        var text = invoked.answer().strip();
        try {
            return read(text, JsonMapper.shared().readTree(text));
        } catch (JacksonException notJson) {
            return new None("the function said '" + text + "', which is not JSON");
        }
    }

    private static Answer read(String text, JsonNode json) {
        var failures = json.path("batchItemFailures");
        if (failures.isArray()) {
            return new Reply(text, failures.valueStream().map(Answer::id).toList());
        }
        if (json.path("errorMessage").isString()) {
            return new None(json.path("errorMessage").stringValue());
        }
        return new None(
                json.isMissingNode() || json.isNull()
                        ? "the function said nothing; its log stands above"
                        : "the function said '" + text + "', which is no batch response");
    }

    private static String id(JsonNode failure) {
        return failure.path("itemIdentifier").asString("");
    }
}
