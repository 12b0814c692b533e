package renditions.event;

/// Objects that stand for folders, as the S3 console, Hadoop and Amazon EMR make them: they are no uploads.
public final class Folder {
    /// The end of the keys of the empty objects that Hadoop and Amazon EMR write for folders.
    static final String HADOOP = "_$folder$";

    private Folder() {}

    /// Whether this is one.
    ///
    /// @param size in bytes; -1 where nobody knows it
    public static boolean is(String key, long size) {
        return (key.endsWith("/") && size == 0) || key.endsWith(HADOOP);
    }
}
