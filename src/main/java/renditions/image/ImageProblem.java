package renditions.image;

import java.util.Locale;
import renditions.batch.Severity;

/// The reason why there is no picture, or no rendition of it.
public sealed interface ImageProblem extends Probed, Rendered, Encoded, Thumbnailed {
    /// A cancellation stopped the work before the picture was done. It says nothing about the picture.
    record Stopped() implements ImageProblem {}

    /// Every other problem. Made with [Kind#because].
    ///
    /// @param detail more about it, for people, printable and short; may be empty
    record Failure(Kind kind, String detail) implements ImageProblem {
        /// The kind of problem in one upper-case word, stable, for logs and programs.
        public String code() {
            return kind.name();
        }

        /// What is wrong, for people: one sentence without the picture's name.
        public String message() {
            return detail.isEmpty() ? kind.words : kind.words + ": " + detail;
        }

        /// Whether another try with the same bytes may succeed. No picture's problem is [Severity#CRITICAL].
        public Severity severity() {
            return kind.severity;
        }
    }

    /// The kinds of failures; their names are the codes.
    enum Kind {
        /// The object has no bytes.
        EMPTY(Severity.PERMANENT, "the file is empty"),
        /// The file is no picture, or one that this engine does not read.
        UNSUPPORTED(Severity.PERMANENT, "the file cannot be read as a picture"),
        /// The picture has more pixels than the limits allow.
        TOO_LARGE(Severity.PERMANENT, "the picture has too many pixels"),
        /// The picture is damaged: its header or its pixels cannot be decoded.
        CORRUPT(Severity.PERMANENT, "the picture is damaged"),
        /// The picture crashed the process that decoded it.
        CRASHED(Severity.PERMANENT, "the picture crashes the image engine"),
        /// The picture kept the engine busy, which did not stop when it was told to.
        STUCK(Severity.PERMANENT, "the image engine does not come to an end with the picture"),
        /// The picture takes far more memory than one of its size needs, or than the function has for it.
        TOO_MUCH_MEMORY(Severity.PERMANENT, "the picture takes more memory than it may"),
        /// The engine failed on a sound picture: out of memory, a bug.
        ENGINE(Severity.RETRYABLE, "the image engine failed");

        private final Severity severity;
        private final String words;

        Kind(Severity severity, String words) {
            this.severity = severity;
            this.words = words;
        }

        /// A failure of this kind.
        ///
        /// @param detail more about it, for people, printable and short; may be empty
        public Failure because(String detail) {
            return new Failure(this, detail);
        }
    }

    /// The problem of a frame with more pixels than `limit`.
    static Failure tooLarge(PixelSize size, long limit) {
        return Kind.TOO_LARGE.because(
                String.format(Locale.ROOT, "%,d (%s), the limit is %,d", size.pixels(), size, limit));
    }
}
