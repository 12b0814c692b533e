package renditions.image;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;

/// An engine that decodes, resizes and encodes pictures. Safe for use by many threads at once.
///
/// Every method occupies its thread until it is done or cancelled; decoding belongs on a platform thread. Pictures
/// come from strangers: whatever the bytes are, the answer is a value, never an exception.
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

    /// What this engine can be stopped at, what memory it needs, and what its work is first expected to take.
    EngineProfile profile();

    /// Name and version of the engine, for logs and manifests: `libvips 8.18.7`.
    String version();
}
