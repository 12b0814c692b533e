package renditions.image;

/// Why a picture, or a rendition of it, cannot be had.
public sealed interface ImageProblem extends Probed, Rendered, Encoded {
    /// The kind of problem in one upper-case word, stable, for logs and machines.
    String code();

    /// What is wrong, for people, one sentence without the picture's name.
    String message();

    /// Whether the same bytes may succeed another time.
    boolean retryable();

    /// The object has no bytes.
    record Empty() implements ImageProblem {
        @Override
        public String code() {
            return "EMPTY";
        }

        @Override
        public String message() {
            return "the file is empty";
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /// Not a picture, or one that this engine does not read.
    ///
    /// @param what what it is, as far as that is known, for people
    record Unsupported(String what) implements ImageProblem {
        @Override
        public String code() {
            return "UNSUPPORTED";
        }

        @Override
        public String message() {
            return "the file cannot be read as a picture: " + what;
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /// More pixels than the limits allow.
    ///
    /// @param pixels of one frame
    /// @param limit the limit that it passes, in pixels
    record TooLarge(PixelSize size, int frames, long pixels, long limit) implements ImageProblem {
        @Override
        public String code() {
            return "TOO_LARGE";
        }

        @Override
        public String message() {
            var shape = frames == 1 ? size.toString() : size + " in each of " + frames + " frames";
            return "the picture has %s pixels (%s), the limit is %s".formatted(grouped(pixels), shape, grouped(limit));
        }

        @Override
        public boolean retryable() {
            return false;
        }

        private static String grouped(long number) {
            return String.format(java.util.Locale.ROOT, "%,d", number);
        }
    }

    /// Damaged: a header or pixels that cannot be decoded.
    ///
    /// @param detail the engine's words, scrubbed and short; may be empty
    record Corrupt(String detail) implements ImageProblem {
        @Override
        public String code() {
            return "CORRUPT";
        }

        @Override
        public String message() {
            return detail.isEmpty() ? "the picture is damaged" : "the picture is damaged: " + detail;
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /// Stopped by a cancellation before it was done.
    record Stopped() implements ImageProblem {
        @Override
        public String code() {
            return "STOPPED";
        }

        @Override
        public String message() {
            return "stopped before the picture was done";
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }

    /// The engine failed on a sound picture: out of memory, a bug.
    ///
    /// @param detail the engine's words, scrubbed and short; may be empty
    record EngineFailed(String detail) implements ImageProblem {
        @Override
        public String code() {
            return "ENGINE";
        }

        @Override
        public String message() {
            return detail.isEmpty() ? "the image engine failed" : "the image engine failed: " + detail;
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }
}
