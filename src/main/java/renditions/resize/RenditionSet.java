package renditions.resize;

import static renditions.image.RenditionSpec.LONGEST_SIDE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import renditions.image.Fit;
import renditions.image.Format;
import renditions.image.RenditionSpec;
import renditions.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The renditions that are made of every picture, in the order they are made in.
///
/// @param specs at least one, at most [#MOST], no name twice
public record RenditionSet(List<RenditionSpec> specs) {
    /// How many kinds of rendition there may be: each is a resize, an encoding and an upload for every picture.
    public static final int MOST = 20;

    /// What is made where the settings say nothing: three widths for a page, and a square for lists, in WebP for
    /// browsers and JPEG for everything else.
    public static final String DEFAULT = """
            [{"name": "small",  "width": 320,  "formats": ["webp", "jpeg"]},
             {"name": "medium", "width": 960,  "formats": ["webp", "jpeg"]},
             {"name": "large",  "width": 1920, "formats": ["webp", "jpeg"]},
             {"name": "square", "width": 240, "height": 240, "fit": "cover", "formats": ["webp", "jpeg"]}]
            """;

    private static final int DEFAULT_QUALITY = 80;
    private static final Set<String> FIELDS = Set.of("name", "width", "height", "fit", "formats", "quality");

    public RenditionSet {
        specs = List.copyOf(specs);
        if (specs.isEmpty() || specs.size() > MOST) {
            throw new IllegalArgumentException("there are " + specs.size() + " renditions, allowed: 1 to " + MOST);
        }
        if (specs.stream().map(RenditionSpec::name).distinct().count() < specs.size()) {
            throw new IllegalArgumentException("two renditions have the same name");
        }
    }

    /// Reads a set from JSON: an array of objects with `name`, `width` and/or `height`, and optionally `fit`,
    /// `formats` and `quality`.
    ///
    /// @throws IllegalArgumentException for anything else, saying where it is wrong and what is allowed
    public static RenditionSet parse(String json) {
        var root = read(json);
        if (!root.isArray()) {
            throw new IllegalArgumentException("it must be a JSON array of renditions");
        }
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

    /// The set in one way of writing, whatever its JSON looked like.
    String canonical() {
        return specs.stream().map(RenditionSet::canonical).collect(Collectors.joining(";"));
    }

    private static String canonical(RenditionSpec spec) {
        var formats = spec.formats().stream().map(Format::id).collect(Collectors.joining("+"));
        return "%s %dx%d %s %s %d"
                .formatted(spec.name(), spec.width(), spec.height(), spec.fit().id(), formats, spec.quality());
    }

    private static JsonNode read(String json) {
        try {
            return Json.read(json);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw new IllegalArgumentException(
                    "it is not JSON, or says a thing twice: see line " + place.getLineNr() + ", column "
                            + place.getColumnNr(),
                    broken);
        }
    }

    private static RenditionSpec spec(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("it must be a JSON object");
        }
        var unknown = new HashSet<>(node.propertyNames());
        unknown.removeAll(FIELDS);
        require(unknown.isEmpty(), "unknown field " + unknown + ", allowed: " + FIELDS);
        require(node.has("width") || node.has("height"), "it needs a width, a height or both");
        var fit = node.has("fit") ? fit(node.get("fit")) : Fit.INSIDE;
        require(fit == Fit.INSIDE || (node.has("width") && node.has("height")), "fit cover needs a width and a height");
        return new RenditionSpec(
                text(node, "name"),
                number(node, "width", LONGEST_SIDE),
                number(node, "height", LONGEST_SIDE),
                fit,
                node.has("formats") ? formats(node.get("formats")) : List.of(Format.WEBP, Format.JPEG),
                number(node, "quality", DEFAULT_QUALITY));
    }

    private static String text(JsonNode node, String field) {
        var value = node.get(field);
        require(value != null && value.isString(), field + " must be a string");
        return node.path(field).asString();
    }

    private static int number(JsonNode node, String field, int otherwise) {
        var value = node.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isInt()) {
            throw new IllegalArgumentException(field + " must be a whole number, not " + value);
        }
        return value.intValue();
    }

    private static Fit fit(JsonNode value) {
        return Fit.of(value.asString(""))
                .orElseThrow(() -> new IllegalArgumentException("fit is " + value + ", allowed: inside, cover"));
    }

    private static List<Format> formats(JsonNode values) {
        require(values.isArray(), "formats must be an array");
        return values.valueStream().map(RenditionSet::format).toList();
    }

    private static Format format(JsonNode value) {
        return Format.of(value.asString(""))
                .filter(Format::writable)
                .orElseThrow(() -> new IllegalArgumentException("format is " + value + ", allowed: "
                        + String.join(
                                ", ",
                                Format.writables().stream().map(Format::id).toList())));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
