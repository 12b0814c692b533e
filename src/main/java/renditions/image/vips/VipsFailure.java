package renditions.image.vips;

import java.util.function.Function;
import renditions.batch.Cancellation;
import renditions.image.ImageProblem;

/// A function of libvips failed. Stays inside this package: the methods of the port turn it into an
/// [ImageProblem].
final class VipsFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /// What `vips_tracked_malloc` and its like say (libvips `memory.c`).
    private static final String OUT_OF_MEMORY = "out of memory";

    private final String detail;

    /// @param detail libvips' words as [VipsErrors] gives them; may be empty
    VipsFailure(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    /// What this means for the picture. The kind follows from the cancellation and from what was being done, not
    /// from libvips' words, with one exception: that memory ran out, which it says in no other way, is nothing
    /// that the picture can be blamed for.
    ///
    /// @param kind of problem if nobody cancelled, made with libvips' words
    ImageProblem problem(Cancellation cancellation, Function<String, ImageProblem> kind) {
        if (cancellation.isCancelled()) {
            return new ImageProblem.Stopped();
        }
        return detail.contains(OUT_OF_MEMORY) ? new ImageProblem.EngineFailed(detail) : kind.apply(detail);
    }
}
