package renditions.image;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;

/// An engine that decodes, resizes and encodes pictures. Safe for use by many threads at once.
///
/// Every method occupies its thread until it is done or cancelled; decoding belongs on a platform thread. Pictures
/// are untrusted: for any bytes the result is a value, never an exception.
public interface Images {
    /// Reads only the header; no pixel is decoded. May blank metadata in the bytes.
    ///
    /// @param bytes the whole encoded picture, writable native memory, alive and not changed by others for the
    ///     duration of the call; may be empty
    /// @return the header, or the reason why the picture is refused: empty, unsupported, corrupt, larger than
    ///     `limits`
    Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits);

    /// Decodes the first frame upright at exactly `size`, using the decoder's own shrinking where it has one.
    ///
    /// @param bytes the same memory that [#probe] read; no longer needed when this returns
    /// @param header the result of [#probe] for the same memory
    /// @param size no side longer than that of the header
    /// @return the pixels, owned by the caller; or the reason why there are none
    Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size);

    /// The engine's profile: what can be stopped, how much memory is needed, and the first guesses of cost.
    EngineProfile profile();

    /// Name and version of the engine, for logs and manifests: `libvips 8.18.7`.
    String version();
}
