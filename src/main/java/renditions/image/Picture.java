package renditions.image;

import renditions.batch.Cancellation;

/// Decoded pixels in native memory: upright, sRGB or grey, 8 bits, without metadata. Owned by whoever received it,
/// who closes it.
///
/// Immutable; its methods may run on several threads at once. They occupy their thread until they are done or
/// cancelled, so they belong on a platform thread.
public non-sealed interface Picture extends Rendered, AutoCloseable {
    PixelSize size();

    /// A new picture with exactly the size `geometry.cut()`, made from this one's pixels. This one stays as it is.
    ///
    /// @param geometry no side of `scaled` is longer than this picture's
    /// @return the new picture, owned by the caller; or [ImageProblem.Stopped], or a failure of the kind
    ///     [ImageProblem.Kind#ENGINE], where another try may succeed
    Rendered resize(Cancellation cancellation, Geometry geometry);

    /// This picture in an encoding, without metadata. Formats without transparency get a white background.
    ///
    /// Where it is not [EngineProfile#stoppable], a cancellation does not end an encoding that has begun.
    ///
    /// @param quality of lossy formats as the format counts it, 1 to 100
    /// @return the bytes, owned by the caller; or [ImageProblem.Stopped], or a failure of the kind
    ///     [ImageProblem.Kind#ENGINE], where another try may succeed
    Encoded encode(Cancellation cancellation, Format format, int quality);

    /// Frees the pixels. Nothing may use the picture afterwards.
    @Override
    void close();
}
