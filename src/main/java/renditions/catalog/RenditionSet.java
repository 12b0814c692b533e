package renditions.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.image.RenditionSpec;

/// The renditions that are made of every picture, in the order of their making.
///
/// @param specs at least one, at most [#MOST], no name twice
public record RenditionSet(List<RenditionSpec> specs) {
    /// The most renditions of a set. Each costs every picture a resize, and an encoding and a PUT for each format.
    public static final int MOST = 20;

    /// The default of the settings: three widths for a page and a square for lists, in WebP for browsers and in
    /// JPEG for everything else.
    public static final String DEFAULT = """
            [{"name": "small",  "width": 320,  "formats": ["webp", "jpeg"]},
             {"name": "medium", "width": 960,  "formats": ["webp", "jpeg"]},
             {"name": "large",  "width": 1920, "formats": ["webp", "jpeg"]},
             {"name": "square", "width": 240, "height": 240, "fit": "cover", "formats": ["webp", "jpeg"]}]
            """;

    public RenditionSet {
        specs = List.copyOf(specs);
        require(
                !specs.isEmpty() && specs.size() <= MOST,
                "it has " + specs.size() + " renditions, allowed: 1 to " + MOST);
        var names = new HashSet<String>();
        for (var spec : specs) {
            require(
                    names.add(spec.name()),
                    "two renditions have the name '" + spec.name() + "', allowed: each name once");
        }
    }

    /// Reads a set from JSON: an array of objects with `name`, `width` and/or `height`, and optionally `fit`,
    /// `formats` and `quality`.
    ///
    /// @throws IllegalArgumentException for anything else; the message says where it is wrong and what is allowed
    public static RenditionSet parse(String json) {
        return RenditionSetReader.read(json);
    }

    /// The smallest size that every rendition of a picture can be made from.
    ///
    /// @param picture its upright size
    public PixelSize baseSize(PixelSize picture) {
        return largest(specs.stream().map(spec -> spec.base(picture)));
    }

    /// The size of the base, or of the largest rendition if that is enlarged.
    ///
    /// @param picture its upright size
    public PixelSize largestSize(PixelSize picture) {
        var renditions = specs.stream().map(spec -> spec.geometry(picture).canvas());
        return largest(Stream.concat(Stream.of(baseSize(picture)), renditions));
    }

    private static PixelSize largest(Stream<PixelSize> sizes) {
        return sizes.reduce((one, other) -> one.pixels() >= other.pixels() ? one : other)
                .orElseThrow();
    }

    /// The set in one canonical form, however its JSON was written.
    public String canonical() {
        return specs.stream().map(RenditionSet::canonical).collect(Collectors.joining(";"));
    }

    private static String canonical(RenditionSpec spec) {
        var formats = spec.formats().stream().map(Format::id).collect(Collectors.joining("+"));
        var size = spec.width() + "x" + spec.height();
        return String.join(
                " ",
                spec.name(),
                size,
                spec.fit().id(),
                spec.gravity().id(),
                spec.enlarge() ? "enlarge" : "-",
                spec.background().toString(),
                spec.sharpen() ? "sharpen" : "-",
                formats,
                Integer.toString(spec.quality()));
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
