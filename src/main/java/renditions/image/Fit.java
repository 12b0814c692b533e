package renditions.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a picture fits the box of a rendition. No fit enlarges a picture unless its rendition allows it.
///
/// Source of names and meanings: sharp, "Resizing images".
public enum Fit {
    /// The whole picture, as large as the box allows; one side may be shorter than the box's.
    INSIDE,
    /// The picture fills the box; what stands out is cut off. A picture smaller than the box keeps its shape: the
    /// largest part of that shape is cut out.
    COVER,
    /// The whole picture within the box, whose rest is filled with a background.
    CONTAIN,
    /// The whole picture, stretched to the box.
    FILL,
    /// The whole picture, as small as it can be without a side shorter than the box's.
    OUTSIDE;

    /// The name in settings, lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a rendition shows the whole picture and nothing else, in its own shape.
    public boolean keepsPicture() {
        return this == INSIDE || this == OUTSIDE;
    }

    /// The names of all fits, for people.
    public static String ids() {
        return List.of(values()).stream().map(Fit::id).collect(Collectors.joining(", "));
    }

    /// The fit with this [#id()].
    public static Optional<Fit> of(String id) {
        return Arrays.stream(values()).filter(fit -> fit.id().equals(id)).findFirst();
    }
}
