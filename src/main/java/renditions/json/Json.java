package renditions.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON parsing and writing. A text means one thing or is refused: no field twice, nothing after the end.
///
/// Safe for use by many threads; trees are their owners'.
public final class Json {
    /// Levels of arrays and objects. Events have 6; more than this is an attack on the reader's memory.
    private static final int DEEPEST = 64;

    /// Digits of a number. The largest in an event is a size in bytes; converting longer ones takes more than
    /// linear time.
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    /// What a text in UTF-8 says; a missing node where it says nothing. No other encoding is read: Jackson would guess
    /// UTF-16 and UTF-32 from the first bytes.
    ///
    /// @throws JacksonException when it is no UTF-8 or no JSON, is deeper or has longer numbers than is allowed
    public static JsonNode read(byte[] text) {
        try {
            return read(UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
        } catch (CharacterCodingException other) {
            throw new StreamReadException(null, "it is not UTF-8", other);
        }
    }

    /// What a text says; a missing node where it says nothing.
    ///
    /// @throws JacksonException when it is no JSON, is deeper or has longer numbers than is allowed
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /// An object without fields.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// A tree in UTF-8.
    public static byte[] write(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /// A tree in ASCII without control characters: everything else is escaped.
    public static byte[] writeAscii(JsonNode tree) {
        return ASCII.writeValueAsBytes(tree);
    }
}
