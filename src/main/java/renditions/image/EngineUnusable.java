package renditions.image;

/// The image engine cannot be used at all: it is not installed, too old, or another library. Thrown once, when the
/// engine is loaded; a retry does not help. The message is one sentence that says what was tried and what to do.
public final class EngineUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineUnusable(String message) {
        super(message);
    }
}
