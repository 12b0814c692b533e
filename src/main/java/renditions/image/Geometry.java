package renditions.image;

/// What becomes of the pixels of one picture in one rendition: first the whole picture is scaled to `scaled`, then
/// `cut` is taken out of its middle. Where nothing is cut off both are equal.
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
