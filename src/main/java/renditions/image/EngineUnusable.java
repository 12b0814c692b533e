package renditions.image;

/// The image engine cannot be used at all: not installed, too old, not what it should be. No picture can be made
/// until somebody repairs that; thrown once, where the engine is loaded. The message is one sentence that says
/// what was tried and what to do.
public final class EngineUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineUnusable(String message) {
        super(message);
    }
}
