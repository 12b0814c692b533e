package renditions.local;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import renditions.batch.Cancellation;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.PixelSize;

/// Decodes and re-encodes our own pictures with the image engine, for formats that the JDK does not read or write.
/// They are sound: if the engine refuses one, an [IllegalStateException] says why.
///
/// @param images the engine
public record EnginePictures(Images images) {
    private static final Cancellation NEVER = Cancellation.never();

    /// The same picture in another format.
    ///
    /// @param picture encoded
    /// @param quality as in [Picture#encode]
    public byte[] encoded(byte[] picture, Format format, int quality) {
        try (var arena = Arena.ofShared()) {
            var bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, picture);
            try (var pixels = decoded(bytes, header(bytes).size())) {
                return encoded(pixels, format, quality);
            }
        }
    }

    /// The header of an encoded picture.
    public Header header(MemorySegment bytes) {
        return switch (images.probe(NEVER, bytes, ImageLimits.DEFAULT)) {
            case Header header -> header;
            case ImageProblem problem -> throw refused(problem);
        };
    }

    /// The pixels of an encoded picture at this size.
    ///
    /// @return owned by the caller, who closes it
    public Picture decoded(MemorySegment bytes, PixelSize size) {
        return switch (images.decode(NEVER, bytes, header(bytes), size)) {
            case Picture pixels -> pixels;
            case ImageProblem problem -> throw refused(problem);
        };
    }

    /// These pixels in an encoding.
    ///
    /// @param quality as in [Picture#encode]
    public static byte[] encoded(Picture pixels, Format format, int quality) {
        return switch (pixels.encode(NEVER, format, quality)) {
            case EncodedPicture made -> {
                try (made) {
                    yield made.bytes().toArray(ValueLayout.JAVA_BYTE);
                }
            }
            case ImageProblem problem -> throw refused(problem);
        };
    }

    private static IllegalStateException refused(ImageProblem problem) {
        return new IllegalStateException("a picture of our own: " + problem);
    }
}
