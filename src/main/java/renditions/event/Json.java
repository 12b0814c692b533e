package renditions.event;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as it is read and written here. A text means one thing or is refused: no field twice, nothing after the end.
final class Json {
    /// Levels of arrays and objects. Events have 6; more than this is an attack on the reader's memory.
    private static final int DEEPEST = 64;

    /// Digits of a number. The largest in an event is a size in bytes; converting longer ones takes more than linear
    /// time.
    private static final int LONGEST_NUMBER = 100;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /// @param what how the reason of a failure calls these bytes
    static JsonNode read(byte[] bytes, String what) throws Misread {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException problem) {
            throw notJson(what, problem);
        }
    }

    /// @param what how the reason of a failure calls this text
    static JsonNode read(String text, String what) throws Misread {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException problem) {
            throw notJson(what, problem);
        }
    }

    private static Misread notJson(String what, JacksonException problem) {
        var where = problem.getLocation();
        var place = where == null ? "" : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
        return new Misread(what + " is not JSON: " + Excerpt.of(problem.getOriginalMessage()) + place);
    }
}
