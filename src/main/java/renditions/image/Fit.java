package renditions.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a picture fits the box of a rendition. No fit enlarges a picture.
public enum Fit {
    /// The whole picture, as large as the box allows; one side may be shorter than the box's.
    INSIDE,
    /// The picture fills the box; what stands out is cut off evenly on both sides.
    COVER;

    /// The name in settings, lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The fit with this [#id()].
    public static Optional<Fit> of(String id) {
        return Arrays.stream(values()).filter(fit -> fit.id().equals(id)).findFirst();
    }
}
