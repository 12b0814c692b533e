package renditions.image.vips;

import renditions.batch.Cancellation;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;

/// A function of libvips failed. This exception stays inside the package: the methods of the port turn it into an
/// [ImageProblem].
final class VipsFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /// @param detail libvips' texts as [VipsErrors] gives them; may be empty
    VipsFailure(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    /// The problem that this means for the picture. The cancellation and the work that failed decide its kind.
    /// libvips' texts may belong to another job, so only "out of memory" counts: another try costs little, but a
    /// sound picture that counts as damaged is lost.
    ///
    /// @param kind the kind of the failure if it was not cancelled
    ImageProblem problem(Cancellation cancellation, Kind kind) {
        if (cancellation.isCancelled()) {
            return new ImageProblem.Stopped();
        }
        return (detail.contains("out of memory") ? Kind.ENGINE : kind).because(detail);
    }
}
