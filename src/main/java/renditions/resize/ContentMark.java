package renditions.resize;

import java.util.Map;
import java.util.Optional;

/// What a rendition's user metadata say of it, so that it can be recognised without its bytes.
///
/// @param content stands for what it was made from and how, see [renditions.catalog.KeyLayout#content]
/// @param sha256 of its bytes, in lower-case hexadecimal digits
record ContentMark(String content, String sha256) {
    private static final String CONTENT = "content";
    private static final String SHA_256 = "sha256";

    Map<String, String> metadata() {
        return Map.of(CONTENT, content, SHA_256, sha256);
    }

    /// The mark that these metadata hold, if they hold one.
    static Optional<ContentMark> of(Map<String, String> metadata) {
        var content = metadata.get(CONTENT);
        var sha256 = metadata.get(SHA_256);
        return content == null || sha256 == null ? Optional.empty() : Optional.of(new ContentMark(content, sha256));
    }
}
