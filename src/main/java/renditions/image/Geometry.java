package renditions.image;

/// How a picture becomes a rendition: the whole picture is scaled to `scaled`, then `cut` is taken out of its
/// middle. Both are equal if nothing is cut off.
///
/// @param scaled the whole picture's size after scaling
/// @param cut the rendition's size, no side longer than that of `scaled`
public record Geometry(PixelSize scaled, PixelSize cut) {
    public Geometry {
        if (cut.width() > scaled.width() || cut.height() > scaled.height()) {
            throw new IllegalArgumentException("cannot cut " + cut + " out of " + scaled);
        }
    }
}
