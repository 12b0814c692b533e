package renditions.image.ward;

import java.util.Locale;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;

/// What the end of a child, or its answer, says about the picture that it worked on.
final class Verdicts {
    private static final double MEGA = 1_000_000;

    private Verdicts() {}

    /// The problem of a picture whose bytes the child was reading.
    static ImageProblem of(ChildLost lost) {
        return switch (lost.how()) {
            case LATE ->
                Kind.STUCK.because(lost.ending() + "; save the picture anew, or raise the function's time-out");
            case KILLED -> tooMuchMemory(lost.ending());
            case DIED, BABBLED ->
                Words.tellOfMemory(lost.said())
                        ? tooMuchMemory(lost.ending())
                        : Kind.CRASHED.because(lost.ending() + "; save the picture anew, and upload that");
        };
    }

    /// The answer of an engine whose memory was limited: if memory ran out, no other picture took it.
    ///
    /// @param bytes how much it might take
    static Answer onMemory(Answer answer, long bytes) {
        return answer instanceof Answer.Failed(ImageProblem.Failure failure) && Words.tellOfMemory(failure.detail())
                ? new Answer.Failed(tooMuchMemory(String.format(Locale.ROOT, "%,.0f MB did not suffice", bytes / MEGA)))
                : answer;
    }

    private static ImageProblem tooMuchMemory(String detail) {
        return Kind.TOO_MUCH_MEMORY.because(
                detail + "; save the picture anew, smaller or in another format, or raise the function's memory");
    }
}
