package renditions.image;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;

/// An engine that decodes, resizes and encodes pictures. Safe for use by many threads at once.
///
/// Every method occupies its thread until it is done or cancelled; decoding belongs on a platform thread. Pictures are
/// untrusted: whatever the bytes are, the result is a value, never an exception.
public interface Images {
    /// Reads the header only; no pixel is decoded.
    ///
    /// @param bytes the whole encoded picture, native memory, alive and unchanged for the duration of the call;
    ///     may be empty
    /// @return the header, or why the picture is refused: empty, unsupported, corrupt, larger than `limits`
    Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits);

    /// Decodes the first frame upright at exactly `size`, using the decoder's own shrinking where it has one.
    ///
    /// @param bytes as for [#probe]; not needed any more when this returns
    /// @param header what [#probe] said of the same bytes
    /// @param size no side longer than that of the header
    /// @return the pixels, owned by the caller; or why there are none
    Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size);

    /// What can be stopped, what memory a decode needs, and the first guesses of cost.
    EngineProfile profile();

    /// Name and version of the engine, for logs and manifests: `libvips 8.18.7`.
    String version();
}
