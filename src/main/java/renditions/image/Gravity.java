package renditions.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which part of a picture [Fit#COVER] keeps, and where [Fit#CONTAIN] places the picture.
///
/// Source of names and meanings: sharp, "Resizing images".
public enum Gravity {
    CENTRE(1, 1),
    NORTH(1, 0),
    NORTHEAST(2, 0),
    EAST(2, 1),
    SOUTHEAST(2, 2),
    SOUTH(1, 2),
    SOUTHWEST(0, 2),
    WEST(0, 1),
    NORTHWEST(0, 0),
    /// The part with the most detail; only to cut.
    ENTROPY(1, 1),
    /// The part with the most striking colours and edges, and with skin; only to cut.
    ATTENTION(1, 1);

    private final int across; // halves of the space that is left
    private final int down;

    Gravity(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /// The name in settings, lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the place depends on what the picture shows.
    public boolean looks() {
        return this == ENTROPY || this == ATTENTION;
    }

    /// The pixels to the left of a part.
    ///
    /// @param whole the longer width
    /// @param part the shorter one
    public int left(int whole, int part) {
        return (whole - part) * across / 2;
    }

    /// The pixels above a part.
    public int top(int whole, int part) {
        return (whole - part) * down / 2;
    }

    /// The names of all, for people.
    public static String ids() {
        return Arrays.stream(values()).map(Gravity::id).collect(Collectors.joining(", "));
    }

    /// The gravity with this [#id()]; `center` is one too.
    public static Optional<Gravity> of(String id) {
        var name = id.equals("center") ? "centre" : id;
        return Arrays.stream(values())
                .filter(gravity -> gravity.id().equals(name))
                .findFirst();
    }
}
