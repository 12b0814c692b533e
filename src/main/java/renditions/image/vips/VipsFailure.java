package renditions.image.vips;

import renditions.batch.Cancellation;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;

/// A function of libvips failed. Stays inside this package: the methods of the port turn it into an
/// [ImageProblem].
final class VipsFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /// @param detail libvips' texts as [VipsErrors] gives them; may be empty
    VipsFailure(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    /// What this means for the picture. The cancellation and the work that failed decide the kind. libvips' texts
    /// may be another job's, so only "out of memory" counts: another try costs little, and calling a sound picture
    /// damaged would cost the picture.
    ///
    /// @param kind of the failure unless it was cancelled
    ImageProblem problem(Cancellation cancellation, Kind kind) {
        if (cancellation.isCancelled()) {
            return new ImageProblem.Stopped();
        }
        return (detail.contains("out of memory") ? Kind.ENGINE : kind).because(detail);
    }
}
