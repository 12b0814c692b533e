package renditions.image;

/// The profile of an engine, known before any work: what can be stopped, how much memory is needed, and first
/// guesses of cost. Constant, and safe for use by many threads.
public interface EngineProfile {
    /// Whether a running encoding ends soon (within a tenth of a second) when it is cancelled. Other encodings
    /// begin only if they are expected to be done in time.
    ///
    /// @param size the rendition's size
    boolean stoppable(Format format, PixelSize size);

    /// The native memory that a decode needs beside [#renderBytes], in bytes. It is free when [Images#decode]
    /// returns.
    ///
    /// @param base the size that the picture is decoded at
    long decodeBytes(Header header, PixelSize base);

    /// The most native memory that a decoded picture and its renditions need, in bytes: the picture itself, and
    /// what resizing and encoding hold at the same time.
    ///
    /// @param largest the size of the decoded picture, or of its largest rendition if that is enlarged
    long renderBytes(PixelSize largest);

    /// The first guess of the time of decoding, in nanoseconds for each pixel of the upload. All guesses are rather
    /// too high: if a guess is too low, work is begun and cut off; if it is too high, work only waits.
    double decodeNanos(Format format);

    /// The first guess of the time of encoding, in nanoseconds for each pixel of the rendition.
    ///
    /// @param format a writable one
    double encodeNanos(Format format);

    /// The first guess of the time of resizing, in nanoseconds for each pixel of the picture that is resized.
    double resizeNanos();
}
