package renditions.image;

/// Thrown if the image engine cannot be used at all: it is not installed, too old, or another library. Thrown once,
/// when the engine is loaded; a retry does not help. The message says in one sentence what was tried and what to
/// do.
public final class EngineUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineUnusable(String message) {
        super(message);
    }
}
