package renditions.image.ward;

/// No child can be started. This exception stays inside the package.
final class NoChild extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param why for people
    NoChild(String why) {
        super(why, null, false, false);
    }
}
