package renditions.bench;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;
import renditions.image.Encoded;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Rendered;

/// One call of the image engine that is long enough to be stopped in its middle.
@FunctionalInterface
interface NativeCall {
    /// Makes the call and drops its result.
    ///
    /// @return whether it was stopped
    /// @throws IllegalStateException for any other failure
    boolean run(Cancellation cancellation);

    /// A decode at this size.
    static NativeCall decode(Images images, MemorySegment bytes, Header header, PixelSize size) {
        return cancellation -> stopped(images.decode(cancellation, bytes, header, size));
    }

    static NativeCall encode(Picture picture, Format format) {
        return cancellation -> stopped(picture.encode(cancellation, format, UsualJob.QUALITY));
    }

    private static boolean stopped(Rendered rendered) {
        return switch (rendered) {
            case Picture picture -> {
                picture.close();
                yield false;
            }
            case ImageProblem problem -> stopped(problem);
        };
    }

    private static boolean stopped(Encoded encoded) {
        return switch (encoded) {
            case EncodedPicture picture -> {
                picture.close();
                yield false;
            }
            case ImageProblem problem -> stopped(problem);
        };
    }

    private static boolean stopped(ImageProblem problem) {
        return switch (problem) {
            case ImageProblem.Stopped _ -> true;
            case ImageProblem.Failure failure ->
                throw new IllegalStateException("a picture of our own: " + failure.message());
        };
    }
}
