package renditions.image;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A colour in sRGB.
///
/// @param red 0 to 255
/// @param green 0 to 255
/// @param blue 0 to 255
/// @param alpha 0 (transparent) to 255 (opaque)
public record Colour(int red, int green, int blue, int alpha) {
    public static final Colour WHITE = new Colour(255, 255, 255, 255);

    private static final Pattern NOTATION = Pattern.compile("#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");

    /// The colour of this notation: `#rrggbb` or `#rrggbbaa`.
    public static Optional<Colour> of(String notation) {
        if (!NOTATION.matcher(notation).matches()) {
            return Optional.empty();
        }
        var rgba = HexFormat.of().parseHex(notation.length() == 7 ? notation + "ff" : notation, 1, 9);
        return Optional.of(new Colour(rgba[0] & 0xff, rgba[1] & 0xff, rgba[2] & 0xff, rgba[3] & 0xff));
    }

    public boolean isGrey() {
        return red == green && green == blue;
    }

    public boolean isOpaque() {
        return alpha == 255;
    }

    /// As [#of] reads it, with eight digits.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x%02x", red, green, blue, alpha);
    }
}
