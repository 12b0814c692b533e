package renditions.event;

/// The part of a version before its first point. Minor versions add fields, and readers ignore those that they do not
/// know.
final class MajorVersion {
    private MajorVersion() {}

    /// Whether a version is this major one, with or without a minor one behind it.
    static boolean is(String major, String version) {
        return version.equals(major) || version.startsWith(major + ".");
    }
}
