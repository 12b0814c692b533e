package renditions.image;

/// What an engine knows of itself before it has worked: what can be stopped, what memory it needs, and first guesses
/// of cost. Constant, and safe for use by many threads.
public interface EngineProfile {
    /// Whether an encoding that is under way ends soon (within a tenth of a second) when it is cancelled. What does
    /// not is only begun when it is expected to be done in time.
    ///
    /// @param size of the rendition
    boolean stoppable(Format format, PixelSize size);

    /// Native memory that a decode needs beside its result, in bytes, at most. Free when [Images#decode] returns.
    long decodeBytes(Header header);

    /// Native memory that a decoded picture and the renditions made from it need, in bytes, at most: the picture, and
    /// what resizing and encoding hold at the same time.
    ///
    /// @param base the size it is decoded at
    long renderBytes(PixelSize base);

    /// First guess of what decoding takes, in nanoseconds for each pixel of the upload. All guesses are rather too
    /// high: work that is guessed too low is begun and cut off, work that is guessed too high only waits.
    double decodeNanos(Format format);

    /// First guess of what encoding takes, in nanoseconds for each pixel of the rendition.
    ///
    /// @param format a writable one
    double encodeNanos(Format format);

    /// First guess of what resizing takes, in nanoseconds for each pixel that is resized from.
    double resizeNanos();
}
