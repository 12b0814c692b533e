package renditions.image;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The specification of one rendition, which is made of every picture.
///
/// @param name part of the object's key: lower-case letters, digits, `-` and `_`, 1 to 40 of them, beginning with
///     a letter or digit
/// @param width the box's width in pixels, 1 to [#LONGEST_SIDE]; that maximum also stands for "any"
/// @param height the box's height, likewise
/// @param fit how the picture fits the box
/// @param formats the formats that it is encoded in, at least one, none twice, all writable
/// @param quality the quality of lossy encodings on JPEG's scale, 1 (smallest) to [#BEST_QUALITY]; PNG ignores it
public record RenditionSpec(String name, int width, int height, Fit fit, List<Format> formats, int quality) {
    /// The longest side of a rendition, in pixels: that of WebP, which has the shortest of all writable formats.
    public static final int LONGEST_SIDE = 16_383;

    /// The highest quality.
    public static final int BEST_QUALITY = 100;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    public RenditionSpec {
        formats = List.copyOf(formats);
        require(
                NAME.matcher(name).matches(),
                "name",
                name,
                "1 to 40 of a-z, 0-9, - and _, beginning with a letter or digit");
        require(width >= 1 && width <= LONGEST_SIDE, "width", width, "1 to " + LONGEST_SIDE);
        require(height >= 1 && height <= LONGEST_SIDE, "height", height, "1 to " + LONGEST_SIDE);
        require(
                !formats.isEmpty() && new HashSet<>(formats).size() == formats.size(),
                "formats",
                Format.ids(formats),
                "at least one, none twice");
        require(
                formats.stream().allMatch(Format::writable),
                "formats",
                Format.ids(formats),
                "some of " + Format.ids(Format.writables()));
        require(quality >= 1 && quality <= BEST_QUALITY, "quality", quality, "1 to " + BEST_QUALITY);
    }

    /// The quality on the scale of this format. AVIF looks the same as JPEG and WebP at 30 less.
    public int quality(Format format) {
        return format == Format.AVIF ? Math.max(1, quality - 30) : quality;
    }

    /// The exact geometry of this rendition for a picture of this upright size. Never larger than the picture.
    public Geometry geometry(PixelSize picture) {
        double across = (double) width / picture.width();
        double down = (double) height / picture.height();
        return switch (fit) {
            case INSIDE -> {
                var scaled = picture.scaled(Math.min(1, Math.min(across, down)));
                yield new Geometry(scaled, scaled);
            }
            case COVER -> {
                var scaled = picture.scaled(Math.min(1, Math.max(across, down)));
                yield new Geometry(
                        scaled, new PixelSize(Math.min(width, scaled.width()), Math.min(height, scaled.height())));
            }
        };
    }

    private static void require(boolean holds, String field, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(field + " is '" + value + "', allowed: " + allowed);
        }
    }
}
