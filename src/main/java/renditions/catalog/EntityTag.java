package renditions.catalog;

/// Entity tags: quoted in HTTP, bare in events and manifests.
public final class EntityTag {
    private EntityTag() {}

    /// The tag without quotes.
    public static String bare(String etag) {
        return etag.replace("\"", "");
    }
}
