package renditions.image.vips;

import java.util.function.Function;
import renditions.batch.Cancellation;
import renditions.image.ImageProblem;

/// A function of libvips failed. Stays inside this package: the methods of the port turn it into an
/// [ImageProblem].
final class VipsFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /// @param detail libvips' words as [VipsErrors] gives them; may be empty
    VipsFailure(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    /// What this means for the picture. The kind follows from the cancellation and from what was being done. Of
    /// libvips' words, which may be another job's, only one is believed: where memory is short, another try costs
    /// little, and to call a sound picture damaged would cost the picture.
    ///
    /// @param kind of problem if nobody cancelled, made with libvips' words
    ImageProblem problem(Cancellation cancellation, Function<String, ImageProblem> kind) {
        if (cancellation.isCancelled()) {
            return new ImageProblem.Stopped();
        }
        return detail.contains("out of memory") ? new ImageProblem.EngineFailed(detail) : kind.apply(detail);
    }
}
