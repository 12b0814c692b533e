package renditions.image;

import java.util.Base64;
import java.util.regex.Pattern;

/// What a page can show until a picture is loaded.
///
/// @param thumbHash a blurred preview in the picture's shape: a [ThumbHash](https://evanw.github.io/thumbhash/) in
///     Base64, at most 36 characters
/// @param colour the picture's dominant colour as CSS writes it, `#rrggbb` in lower case
public record Placeholder(String thumbHash, String colour) {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /// The length of a ThumbHash without its waves, in bytes.
    private static final int HEADER = 5;

    public Placeholder {
        if (Base64.getDecoder().decode(thumbHash).length < HEADER) {
            throw new IllegalArgumentException("not a ThumbHash: " + thumbHash);
        }
        if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("not a colour like #rrggbb: " + colour);
        }
    }

    /// The placeholder of the picture that this is a thumbnail of. The same pixels give the same placeholder on every
    /// machine.
    public static Placeholder of(Thumbnail thumbnail) {
        return new Placeholder(
                Base64.getEncoder().encodeToString(ThumbHash.of(thumbnail)), DominantColour.of(thumbnail));
    }
}
