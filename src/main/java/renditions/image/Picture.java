package renditions.image;

import renditions.batch.Cancellation;

/// Decoded pixels in native memory: upright, sRGB or grey, 8 bits, without metadata. Its receiver owns it and
/// closes it.
///
/// Immutable; its methods may run on several threads at once. They occupy their thread until they are done or
/// cancelled, so they belong on a platform thread.
public non-sealed interface Picture extends Rendered, AutoCloseable {
    PixelSize size();

    /// Makes a new picture with exactly the size `geometry.canvas()` from this one's pixels. This one does not
    /// change.
    ///
    /// @return the new picture, owned by the caller; or [ImageProblem.Stopped]; or a failure of the kind
    ///     [ImageProblem.Kind#ENGINE], after which another try may succeed
    Rendered resize(Cancellation cancellation, Geometry geometry);

    /// Encodes this picture, without metadata.
    ///
    /// A cancellation does not end an encoding that has begun and is not [EngineProfile#stoppable].
    ///
    /// @return the bytes, owned by the caller; or [ImageProblem.Stopped]; or a failure of the kind
    ///     [ImageProblem.Kind#ENGINE], after which another try may succeed
    Encoded encode(Cancellation cancellation, Encoding encoding);

    /// The same with the defaults of encodings.
    default Encoded encode(Cancellation cancellation, Format format, int quality) {
        return encode(cancellation, new Encoding(format, quality));
    }

    /// Makes a thumbnail of this whole picture, of the size [Thumbnail#sizeFor]. This picture does not change.
    ///
    /// @return the thumbnail; or [ImageProblem.Stopped]; or a failure of the kind [ImageProblem.Kind#ENGINE], after
    ///     which another try may succeed
    Thumbnailed thumbnail(Cancellation cancellation);

    /// Frees the pixels. The picture may not be used afterwards.
    @Override
    void close();
}
