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
/// @param gravity which part `cover` keeps, and where `contain` places the picture
/// @param enlarge whether a picture smaller than the box is enlarged; no side gets longer than [#LONGEST_SIDE]
/// @param background of `contain`, and of transparent pixels in JPEG
/// @param sharpen whether edges are sharpened after scaling, mildly
/// @param formats the formats that it is encoded in, at least one, none twice, all writable
/// @param quality the quality of lossy encodings on JPEG's scale, 1 (smallest) to [#BEST_QUALITY]; PNG ignores it
public record RenditionSpec(
        String name,
        int width,
        int height,
        Fit fit,
        Gravity gravity,
        boolean enlarge,
        Colour background,
        boolean sharpen,
        List<Format> formats,
        int quality) {
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
        require(fit == Fit.COVER || !gravity.looks(), "gravity", gravity.id(), "with fit cover");
    }

    /// With the default for everything that is not named.
    public RenditionSpec(String name, int width, int height, Fit fit, List<Format> formats, int quality) {
        this(name, width, height, fit, Gravity.CENTRE, false, Colour.WHITE, false, formats, quality);
    }

    /// The quality on the scale of this format. AVIF looks the same as JPEG and WebP at 30 less.
    public int quality(Format format) {
        return format == Format.AVIF ? Math.max(1, quality - 30) : quality;
    }

    /// How this rendition is encoded in this format.
    public Encoding encoding(Format format) {
        return new Encoding(format, quality(format), background);
    }

    /// The exact geometry of this rendition for a picture of this upright size.
    public Geometry geometry(PixelSize picture) {
        double across = factor(picture.width(), width);
        double down = factor(picture.height(), height);
        var box = new PixelSize(width, height);
        var inside = picture.scaled(limited(picture, Math.min(across, down)));
        return switch (fit) {
            case INSIDE -> geometry(inside, inside, inside);
            case CONTAIN -> geometry(inside, inside, box);
            case COVER -> {
                var scaled = picture.scaled(limited(picture, Math.max(across, down)));
                var cut = largestCut(scaled);
                yield geometry(scaled, cut, cut);
            }
            case FILL -> {
                var filled = enlarge
                        ? box
                        : new PixelSize(Math.min(width, picture.width()), Math.min(height, picture.height()));
                yield geometry(filled, filled, filled);
            }
            case OUTSIDE -> {
                double longest = (double) LONGEST_SIDE / Math.max(picture.width(), picture.height());
                var outside = picture.scaled(Math.min(longest, limited(picture, Math.max(across, down))));
                yield geometry(outside, outside, outside);
            }
        };
    }

    /// Computed as sharp does, which shrinks by the inverse: so halves of a pixel are rounded alike.
    private static double factor(int side, int box) {
        return 1 / ((double) side / box);
    }

    /// A factor that enlarges only if that is allowed, and then no side beyond [#LONGEST_SIDE].
    private double limited(PixelSize picture, double factor) {
        double most = (double) LONGEST_SIDE / Math.max(picture.width(), picture.height());
        return Math.min(factor, enlarge ? Math.max(1, most) : 1);
    }

    /// The box, or if the picture does not cover it, the largest part with the shape of the box.
    private PixelSize largestCut(PixelSize scaled) {
        double factor = Math.min((double) scaled.width() / width, (double) scaled.height() / height);
        var cut = new PixelSize(width, height).scaled(Math.min(1, factor));
        return new PixelSize(Math.min(cut.width(), scaled.width()), Math.min(cut.height(), scaled.height()));
    }

    private Geometry geometry(PixelSize scaled, PixelSize cut, PixelSize canvas) {
        return new Geometry(scaled, cut, canvas, gravity, background, sharpen);
    }

    /// The smallest size of the whole picture that this rendition can be made from as well as from the picture
    /// itself.
    ///
    /// @param picture its upright size
    public PixelSize base(PixelSize picture) {
        var scaled = geometry(picture).scaled();
        double across = (double) scaled.width() / picture.width();
        double down = (double) scaled.height() / picture.height();
        if (across >= 1 || down >= 1) {
            return picture;
        }
        return fit == Fit.FILL ? picture.scaled(Math.max(across, down)) : scaled;
    }

    private static void require(boolean holds, String field, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(field + " is '" + value + "', allowed: " + allowed);
        }
    }
}
