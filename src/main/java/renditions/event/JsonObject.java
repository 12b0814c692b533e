package renditions.event;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import renditions.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An object in an event, read field by field. Unknown fields are ignored; a field of the wrong type is a
/// [Misread].
///
/// @param path its name in error messages, for example `body.Records[].s3`
record JsonObject(JsonNode node, String path) {
    /// Reads a text that is one object.
    ///
    /// @param path its name in error messages
    /// @throws Misread when it is something else
    static JsonObject read(byte[] text, String path) throws Misread {
        try {
            return of(Json.read(text), path);
        } catch (JacksonException problem) {
            throw notJson(path, problem);
        }
    }

    /// Reads a text that is one object.
    ///
    /// @param path its name in error messages
    /// @throws Misread when it is something else
    static JsonObject read(String text, String path) throws Misread {
        try {
            return of(Json.read(text), path);
        } catch (JacksonException problem) {
            throw notJson(path, problem);
        }
    }

    private static Misread notJson(String what, JacksonException problem) {
        var where = problem.getLocation();
        var place = where == null || where.getLineNr() < 1
                ? ""
                : String.format(Locale.ROOT, " (line %d, column %d)", where.getLineNr(), where.getColumnNr());
        return new Misread(what + " is not JSON: " + Excerpt.of(problem.getOriginalMessage()) + place);
    }

    /// @throws Misread if `node` is no object
    static JsonObject of(JsonNode node, String path) throws Misread {
        if (!node.isObject()) {
            throw new Misread(path + " is " + kind(node) + ", not an object");
        }
        return new JsonObject(node, path);
    }

    JsonObject object(String field) throws Misread {
        return of(node.path(field), path(field));
    }

    JsonNode array(String field) throws Misread {
        return required(field, node.path(field).isArray(), "an array");
    }

    /// A text, never empty.
    String text(String field) throws Misread {
        var text = required(field, node.path(field).isString(), "text").stringValue();
        if (text.isEmpty()) {
            throw new Misread(path(field) + " is empty");
        }
        return text;
    }

    /// A text; null if it is absent, null or empty.
    @Nullable
    String optionalText(String field) throws Misread {
        var value = node.path(field);
        return absent(value) || (value.isString() && value.stringValue().isEmpty()) ? null : text(field);
    }

    /// A whole number of 0 or more; empty if it is absent or null.
    OptionalLong optionalCount(String field) throws Misread {
        var value = node.path(field);
        if (absent(value)) {
            return OptionalLong.empty();
        }
        var counts = value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
        return OptionalLong.of(
                required(field, counts, "a whole number of 0 or more").longValue());
    }

    private JsonNode required(String field, boolean holds, String wanted) throws Misread {
        var value = node.path(field);
        if (value.isMissingNode()) {
            throw new Misread(path(field) + " is missing, " + fields());
        }
        if (!holds) {
            throw new Misread(path(field) + " is " + kind(value) + ", not " + wanted);
        }
        return value;
    }

    private String path(String field) {
        return path + "." + field;
    }

    /// The names of its fields, in words.
    String fields() {
        var names = node.propertyNames().stream().limit(8).collect(Collectors.joining(", "));
        return names.isEmpty() ? "there are no fields" : "the fields are " + Excerpt.of(names);
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "missing";
            case NULL -> "null";
            case STRING -> "text";
            case NUMBER -> "the number " + Excerpt.of(node.asString());
            case BOOLEAN -> node.asString();
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case BINARY, POJO -> "not JSON";
        };
    }
}
