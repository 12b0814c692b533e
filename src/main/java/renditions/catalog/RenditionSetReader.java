package renditions.catalog;

import static renditions.catalog.RenditionSet.MOST;
import static renditions.catalog.RenditionSet.require;
import static renditions.image.RenditionSpec.BEST_QUALITY;
import static renditions.image.RenditionSpec.LONGEST_SIDE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import renditions.image.Fit;
import renditions.image.Format;
import renditions.image.RenditionSpec;
import renditions.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The JSON of a [RenditionSet], as [RenditionSet#parse] describes it.
final class RenditionSetReader {
    private static final int DEFAULT_QUALITY = 80;
    private static final List<String> FIELDS = List.of("name", "width", "height", "fit", "formats", "quality");

    private RenditionSetReader() {}

    /// @throws IllegalArgumentException if it is wrong; the message says where, and what is allowed
    static RenditionSet read(String json) {
        var root = tree(json);
        require(root.isArray(), "it is no array, allowed: a JSON array of 1 to " + MOST + " renditions");
        var specs = new ArrayList<RenditionSpec>();
        for (var node : root) {
            try {
                specs.add(spec(node));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "rendition " + (specs.size() + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        return new RenditionSet(specs);
    }

    private static JsonNode tree(String json) {
        try {
            return Json.read(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    problem(broken) + ", allowed: a JSON array of 1 to " + MOST + " renditions", broken);
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
        if (!node.isObject()) {
            throw wrong("it", node, "a JSON object with the fields " + String.join(", ", FIELDS));
        }
        for (var field : node.propertyNames()) {
            require(FIELDS.contains(field), "there is a field '" + field + "', allowed: " + String.join(", ", FIELDS));
        }
        boolean both = node.has("width") && node.has("height");
        require(both || node.has("width") || node.has("height"), "width and height are not set, allowed: one or both");
        var fit = node.has("fit") ? fit(node.get("fit")) : Fit.INSIDE;
        require(both || fit == Fit.INSIDE, "fit is 'cover' without a width or a height, allowed: with both");
        return new RenditionSpec(
                name(node.get("name")),
                number(node, "width", LONGEST_SIDE, LONGEST_SIDE),
                number(node, "height", LONGEST_SIDE, LONGEST_SIDE),
                fit,
                node.has("formats") ? formats(node.get("formats")) : List.of(Format.WEBP, Format.JPEG),
                number(node, "quality", DEFAULT_QUALITY, BEST_QUALITY));
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
        return Fit.of(value.asString("")).orElseThrow(() -> wrong("fit", value, "inside, cover"));
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
        var said = value.isString() ? value.stringValue() : value.toString();
        return new IllegalArgumentException(field + " is '" + said + "', allowed: " + allowed);
    }
}
