package renditions.bench;

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
import renditions.image.Probed;
import renditions.image.Rendered;
import renditions.local.EnginePictures;

/// The pictures of the benchmarks, in native memory.
///
/// @param images the engine
/// @param memory the arena of the encoded pictures
record Samples(Images images, Arena memory) {
    /// The quality of lossy encodings, as in the default settings.
    static final int QUALITY = 80;

    private static final Cancellation NEVER = Cancellation.never();

    MemorySegment inMemory(byte[] file) {
        return memory.allocateFrom(ValueLayout.JAVA_BYTE, file);
    }

    /// The same picture as a baseline JPEG.
    static byte[] jpeg(Images images, byte[] png) {
        return new EnginePictures(images).encoded(png, Format.JPEG, QUALITY);
    }

    Header header(MemorySegment bytes) {
        return header(images.probe(NEVER, bytes, ImageLimits.DEFAULT));
    }

    /// Decodes a picture at this size; the caller closes it.
    Picture decoded(MemorySegment bytes, PixelSize size) {
        return picture(images.decode(NEVER, bytes, header(bytes), size));
    }

    static byte[] encoded(Picture picture, Format format) {
        return switch (picture.encode(NEVER, format, QUALITY)) {
            case EncodedPicture encoded -> {
                try (encoded) {
                    yield encoded.bytes().toArray(ValueLayout.JAVA_BYTE);
                }
            }
            case ImageProblem problem -> throw refused(problem);
        };
    }

    private static Header header(Probed probed) {
        return switch (probed) {
            case Header header -> header;
            case ImageProblem problem -> throw refused(problem);
        };
    }

    private static Picture picture(Rendered rendered) {
        return switch (rendered) {
            case Picture picture -> picture;
            case ImageProblem problem -> throw refused(problem);
        };
    }

    private static IllegalStateException refused(ImageProblem problem) {
        return new IllegalStateException("a picture of our own: " + problem.message());
    }
}
