package renditions.catalog;

import static renditions.catalog.RenditionSet.MOST;
import static renditions.catalog.RenditionSet.require;
import static renditions.image.RenditionSpec.BEST_QUALITY;
import static renditions.image.RenditionSpec.LONGEST_SIDE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import renditions.catalog.Presets.Preset;
import renditions.image.Colour;
import renditions.image.Fit;
import renditions.image.Format;
import renditions.image.Gravity;
import renditions.image.RenditionSpec;
import renditions.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The JSON of a [RenditionSet], as [RenditionSet#parse] describes it, and of [Presets].
final class RenditionSetReader {
    private static final int DEFAULT_QUALITY = 80;
    private static final String RENDITIONS = "a JSON array of 1 to " + MOST + " renditions";
    private static final List<String> PRESET_FIELDS = List.of("keys", "renditions");
    private static final List<String> FIELDS = List.of(
            "name", "width", "height", "fit", "gravity", "enlarge", "background", "sharpen", "formats", "quality");

    private RenditionSetReader() {}

    /// @throws IllegalArgumentException if it is wrong; the message says where, and what is allowed
    static RenditionSet read(String json) {
        return set(tree(json));
    }

    /// @throws IllegalArgumentException if it is wrong; the message says where, and what is allowed
    static Presets presets(String json) {
        var root = tree(json);
        return root.isArray() && root.valueStream().anyMatch(node -> node.has("keys") || node.has("renditions"))
                ? new Presets(each("preset", root, RenditionSetReader::preset))
                : Presets.of(set(root));
    }

    private static RenditionSet set(JsonNode root) {
        require(root.isArray(), "it is no array, allowed: " + RENDITIONS);
        return new RenditionSet(each("rendition", root, RenditionSetReader::spec));
    }

    /// Reads the elements of an array.
    ///
    /// @param noun the word for one of them
    private static <T> List<T> each(String noun, JsonNode array, Function<JsonNode, T> reader) {
        var all = new ArrayList<T>();
        for (var node : array) {
            try {
                all.add(reader.apply(node));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(noun + " " + (all.size() + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        return all;
    }

    private static Preset preset(JsonNode node) {
        requireFields(node, PRESET_FIELDS);
        var keys = node.path("keys");
        require(keys.isString(), "keys is " + said(keys) + ", allowed: a string");
        require(node.has("renditions"), "renditions is not set, allowed: " + RENDITIONS);
        return new Preset(pattern(keys.stringValue()), set(node.get("renditions")));
    }

    private static KeyPattern pattern(String glob) {
        try {
            return new KeyPattern(glob);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("keys is '" + glob + "', allowed: " + wrong.getMessage(), wrong);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Json.read(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(problem(broken) + ", allowed: " + RENDITIONS, broken);
        }
    }

    /// Jackson names no place where a text is too deep or has too long a number.
    private static String problem(JacksonException broken) {
        var place = broken.getLocation();
        return place == null
                ? "it cannot be read as JSON: " + broken.getOriginalMessage()
                : "it is not JSON, or names a field twice (line " + place.getLineNr() + ", column "
                        + place.getColumnNr() + ")";
    }

    private static RenditionSpec spec(JsonNode node) {
        requireFields(node, FIELDS);
        boolean both = node.has("width") && node.has("height");
        require(both || node.has("width") || node.has("height"), "width and height are not set, allowed: one or both");
        var fit = node.has("fit") ? fit(node.get("fit")) : Fit.INSIDE;
        require(both || fit == Fit.INSIDE, "fit is '" + fit.id() + "' without a width or a height, allowed: with both");
        return new RenditionSpec(
                name(node.get("name")),
                number(node, "width", LONGEST_SIDE, LONGEST_SIDE),
                number(node, "height", LONGEST_SIDE, LONGEST_SIDE),
                fit,
                node.has("gravity") ? gravity(node.get("gravity")) : Gravity.CENTRE,
                flag(node, "enlarge"),
                node.has("background") ? background(node.get("background")) : Colour.WHITE,
                flag(node, "sharpen"),
                node.has("formats") ? formats(node.get("formats")) : List.of(Format.WEBP, Format.JPEG),
                number(node, "quality", DEFAULT_QUALITY, BEST_QUALITY));
    }

    private static void requireFields(JsonNode node, List<String> fields) {
        var allowed = String.join(", ", fields);
        if (!node.isObject()) {
            throw wrong("it", node, "a JSON object with the fields " + allowed);
        }
        for (var field : node.propertyNames()) {
            require(fields.contains(field), "there is a field '" + field + "', allowed: " + allowed);
        }
    }

    private static String name(@Nullable JsonNode value) {
        if (value == null) {
            throw new IllegalArgumentException("name is not set, allowed: a string");
        }
        if (!value.isString()) {
            throw wrong("name", value, "a string");
        }
        return value.stringValue();
    }

    private static int number(JsonNode node, String field, int otherwise, int most) {
        var value = node.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isInt()) {
            throw wrong(field, value, "a whole number from 1 to " + most);
        }
        return value.intValue();
    }

    private static Fit fit(JsonNode value) {
        return Fit.of(value.asString("")).orElseThrow(() -> wrong("fit", value, Fit.ids()));
    }

    private static Gravity gravity(JsonNode value) {
        return Gravity.of(value.asString("")).orElseThrow(() -> wrong("gravity", value, Gravity.ids()));
    }

    private static Colour background(JsonNode value) {
        return Colour.of(value.asString("")).orElseThrow(() -> wrong("background", value, "#rrggbb, #rrggbbaa"));
    }

    private static boolean flag(JsonNode node, String field) {
        var value = node.get(field);
        if (value != null && !value.isBoolean()) {
            throw wrong(field, value, "true, false");
        }
        return value != null && value.booleanValue();
    }

    private static List<Format> formats(JsonNode values) {
        if (!values.isArray()) {
            throw wrong("formats", values, "an array of " + Format.ids(Format.writables()));
        }
        return values.valueStream().map(RenditionSetReader::format).toList();
    }

    private static Format format(JsonNode value) {
        return Format.of(value.asString(""))
                .filter(Format::writable)
                .orElseThrow(() -> wrong("a format", value, Format.ids(Format.writables())));
    }

    private static IllegalArgumentException wrong(String field, JsonNode value, String allowed) {
        return new IllegalArgumentException(field + " is " + said(value) + ", allowed: " + allowed);
    }

    private static String said(JsonNode value) {
        if (value.isMissingNode()) {
            return "not set";
        }
        return "'" + (value.isString() ? value.stringValue() : value.toString()) + "'";
    }
}
