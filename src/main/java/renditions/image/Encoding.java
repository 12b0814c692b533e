package renditions.image;

/// How a picture is encoded.
///
/// @param format a writable one
/// @param quality of lossy formats on the format's own scale, 1 to 100; PNG ignores it
/// @param background what transparent pixels become in a format without transparency; its own transparency is
///     ignored
public record Encoding(Format format, int quality, Colour background) {
    /// On white.
    public Encoding(Format format, int quality) {
        this(format, quality, Colour.WHITE);
    }
}
