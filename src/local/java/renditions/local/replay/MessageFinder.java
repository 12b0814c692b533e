package renditions.local.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import renditions.json.Json;
import renditions.local.replay.Exported.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Finds the messages in JSON, whichever of its shapes it has. For one file.
final class MessageFinder {
    /// The most messages that are replayed at once, as many as a batch of Lambda has at most.
    static final int MOST = 10_000;

    /// A body that was escaped to a text, perhaps twice, is read as if it were not.
    private static final int MOST_ESCAPES = 2;

    /// The most values that a file may hold, because each takes some hundred bytes as a tree. Ten thousand exported
    /// messages have a tenth of that.
    static final int MOST_VALUES = 1_000_000;

    /// The most levels of a message: an event, which wraps it, has two more, and the function reads 64.
    private static final int DEEPEST = 62;

    private static final Pattern BARE_ESCAPE = Pattern.compile("\\s*\\{\\s*\\\\\"");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, JsonNode> records = new LinkedHashMap<>();
    private int repeated;

    /// The messages of a text.
    ///
    /// @throws JacksonException if it is no JSON
    Messages of(String text) throws NoMessages {
        add(text.startsWith("\uFEFF") ? text.substring(1) : text, 0); // a byte order mark
        if (records.isEmpty()) {
            throw new NoMessages("holds no messages");
        }
        return new Messages(List.copyOf(records.values()), repeated);
    }

    private void add(String text, int escapes) throws NoMessages {
        var documents = documents(text);
        for (var document : documents) {
            switch (document.getNodeType()) {
                case OBJECT -> object(document, documents.size() == 1 ? text : document.toString());
                case ARRAY -> messages(document);
                case STRING -> escaped(document.stringValue(), escapes);
                case NULL, NUMBER, BOOLEAN, BINARY, POJO, MISSING ->
                    throw new NoMessages("holds JSON of another kind: " + kind());
            }
        }
    }

    /// All documents of a text. A text that was taken out of its quotation marks, but is still escaped, is read as
    /// if it had them.
    private static List<JsonNode> documents(String text) throws NoMessages {
        if (BARE_ESCAPE.matcher(text).lookingAt()) {
            return List.of(JSON.readTree('"' + text.strip() + '"'));
        }
        count(text);
        var documents = new ArrayList<JsonNode>();
        try (var parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                documents.add(JSON.readTree(parser));
            }
        }
        return documents;
    }

    /// Reads the text once without keeping anything.
    private static void count(String text) throws NoMessages {
        int values = 0;
        try (var parser = JSON.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += token.isScalarValue() || token.isStructStart() ? 1 : 0;
                if (values > MOST_VALUES) {
                    throw new NoMessages(
                            String.format(Locale.ROOT, "holds more than %,d values: split it", MOST_VALUES));
                }
            }
        }
    }

    private void escaped(String text, int escapes) throws NoMessages {
        if (escapes == MOST_ESCAPES || text.isBlank()) {
            throw new NoMessages("holds a text in quotation marks: " + kind());
        }
        add(text, escapes + 1);
    }

    private void object(JsonNode object, String text) throws NoMessages {
        if (object.has("Messages")) {
            messages(object.path("Messages"));
        } else if (isExported(object)) {
            exported(object);
        } else if (isRecord(object.path("Records").path(0))) {
            for (var record : object.path("Records")) {
                record(record);
            }
        } else if (isRecord(object)) {
            record(object);
        } else {
            exported(Json.object().put("Body", text));
        }
    }

    private void messages(JsonNode messages) throws NoMessages {
        if (!messages.isArray()) {
            throw new NoMessages("has Messages that are no array: " + kind());
        }
        for (var message : messages) {
            if (isExported(message)) {
                exported(message);
            } else if (isRecord(message)) {
                record(message);
            } else {
                throw new NoMessages("holds an array of other things than messages: " + kind());
            }
        }
    }

    private static boolean isExported(JsonNode object) {
        return object.isObject() && (object.has("Body") || object.has("ReceiptHandle"));
    }

    private static boolean isRecord(JsonNode object) {
        return object.path("eventSource").asString("").equals("aws:sqs");
    }

    /// Keeps a message as Lambda hands it over.
    private void record(JsonNode record) throws NoMessages {
        if (!isRecord(record)) {
            throw new NoMessages("holds a record that is no message of a queue: " + kind());
        }
        var named = record.path("messageId").asString("").isEmpty()
                ? ((ObjectNode) record.deepCopy()).put("messageId", nextId())
                : record;
        keep("record " + records.size(), named);
    }

    /// An id for a message that has none.
    private String nextId() {
        int number = records.size() + 1;
        while (records.containsKey("message " + number)) {
            number++;
        }
        return "message " + number;
    }

    /// Keeps a message as the AWS CLI prints it. The same message may have been received, and printed, again.
    private void exported(JsonNode message) throws NoMessages {
        var id = message.path("MessageId").asString("");
        var record =
                Json.object().put("messageId", id.isEmpty() ? nextId() : id).put("eventSource", "aws:sqs");
        record.set("attributes", message.path("Attributes").isObject() ? message.path("Attributes") : Json.object());
        if (message.has("Body")) {
            record.set("body", message.path("Body"));
        }
        keep(record.path("messageId").stringValue(), record);
    }

    private void keep(String id, JsonNode record) throws NoMessages {
        if (!isWithin(record, DEEPEST)) {
            throw new NoMessages("holds a message that is nested deeper than " + DEEPEST + " levels: " + kind());
        }
        repeated += records.put(id, record) == null ? 0 : 1;
        if (records.size() > MOST) {
            throw new NoMessages(String.format(Locale.ROOT, "holds more than %,d messages: split it", MOST));
        }
    }

    private static boolean isWithin(JsonNode node, int levels) {
        return !node.isContainer() || (levels > 0 && node.valueStream().allMatch(value -> isWithin(value, levels - 1)));
    }

    private static String kind() {
        return "a replay takes a message body, an event, or what 'aws sqs receive-message' prints";
    }
}
