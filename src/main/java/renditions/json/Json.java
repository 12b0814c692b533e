package renditions.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON parsing and writing. Ambiguous texts are refused: no field may stand twice, and nothing may follow the end.
/// No text can spoil another: the parsers share no table of field names, which names of one hash would fill.
///
/// Safe for use by many threads; a tree belongs to its owner.
public final class Json {
    /// The most levels of arrays and objects. Events have 6; many more are an attack on the reader's memory.
    private static final int DEEPEST = 64;

    /// The most digits of a number. The largest number in an event is a size in bytes; to convert longer ones takes
    /// more than linear time.
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    /// Parses a text in UTF-8; an empty text gives a missing node. No other encoding is read, although Jackson
    /// would guess UTF-16 and UTF-32 from the first bytes.
    ///
    /// @throws JacksonException if it is no UTF-8 or no JSON, is too deep or has too long numbers
    public static JsonNode read(byte[] text) {
        try {
            return read(UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
        } catch (CharacterCodingException other) {
            throw new StreamReadException(null, "it is not UTF-8", other);
        }
    }

    /// Parses a text; an empty text gives a missing node.
    ///
    /// @throws JacksonException if it is no JSON, is too deep or has too long numbers; also if the parser fails in
    ///     another way
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException problem) {
            throw problem;
        } catch (RuntimeException undeclared) {
            throw new StreamReadException(null, "the parser failed with " + undeclared, undeclared);
        }
    }

    /// An object without fields.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Writes a tree in UTF-8.
    public static byte[] write(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /// Writes a tree in ASCII without control characters: all others are escaped.
    public static byte[] writeAscii(JsonNode tree) {
        return ASCII.writeValueAsBytes(tree);
    }
}
