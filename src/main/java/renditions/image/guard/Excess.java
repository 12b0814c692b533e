package renditions.image.guard;

import java.util.Locale;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Failure;
import renditions.image.ImageProblem.Kind;
import renditions.image.PixelSize;

/// A file has more of something than a limit allows. This exception stays inside the package.
final class Excess extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure problem;

    private Excess(Failure problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    /// Refuses a file with more than `limit`.
    ///
    /// @param what is counted, in the plural
    /// @param advice what to do about it
    static void check(long found, long limit, String what, String advice) throws Excess {
        if (found > limit) {
            throw new Excess(Kind.UNSUPPORTED.because(
                    String.format(Locale.ROOT, "it has more than %,d %s; %s", limit, what, advice)));
        }
    }

    /// Refuses a picture with a side that is too long.
    static void sides(long width, long height) throws Excess {
        if (Math.max(width, height) > Limits.SIDE) {
            throw new Excess(Kind.TOO_LARGE.because(String.format(
                    Locale.ROOT,
                    "it is %dx%d, and no side may be longer than %,d; cut it into parts",
                    width,
                    height,
                    Limits.SIDE)));
        }
    }

    /// Refuses a picture that is decoded in one go and has too many pixels.
    static void pixels(long width, long height, ImageLimits limits) throws Excess {
        long most = Math.min(limits.maxPixels(), limits.maxPixelsAtOnce());
        if (width * height > most) {
            throw new Excess(ImageProblem.tooLarge(new PixelSize((int) width, (int) height), most));
        }
    }

    /// Refuses a file whose pixels have too many samples.
    static void samples(long found) throws Excess {
        check(found, Limits.SAMPLES, "samples in a pixel", "save it as RGB or CMYK");
    }

    /// Why the file is refused.
    Failure problem() {
        return problem;
    }
}
