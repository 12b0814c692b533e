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

/// Re-encodes our own pictures with the image engine, for formats that the JDK does not read or write.
///
/// @param images the engine
public record EnginePictures(Images images) {
    /// The same picture in another format.
    ///
    /// @param picture encoded, sound
    /// @param quality as in [Picture#encode]
    /// @throws IllegalStateException if the engine refuses it
    public byte[] encoded(byte[] picture, Format format, int quality) {
        try (var arena = Arena.ofShared()) {
            var bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, picture);
            return encoded(bytes, format, quality);
        }
    }

    private byte[] encoded(MemorySegment bytes, Format format, int quality) {
        var never = Cancellation.never();
        return switch (images.probe(never, bytes, ImageLimits.DEFAULT)) {
            case ImageProblem problem -> throw refused(problem);
            case Header header ->
                switch (images.decode(never, bytes, header, header.size())) {
                    case ImageProblem problem -> throw refused(problem);
                    case Picture pixels -> encoded(pixels, format, quality);
                };
        };
    }

    private static byte[] encoded(Picture pixels, Format format, int quality) {
        try (pixels) {
            return switch (pixels.encode(Cancellation.never(), format, quality)) {
                case ImageProblem problem -> throw refused(problem);
                case EncodedPicture made -> {
                    try (made) {
                        yield made.bytes().toArray(ValueLayout.JAVA_BYTE);
                    }
                }
            };
        }
    }

    private static IllegalStateException refused(ImageProblem problem) {
        return new IllegalStateException("a picture of our own: " + problem.message());
    }
}
