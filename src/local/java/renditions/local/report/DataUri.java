package renditions.local.report;

import java.util.Base64;
import renditions.image.Format;

/// A picture as a part of the page that shows it (RFC 2397).
final class DataUri {
    private DataUri() {}

    static String of(Format format, byte[] bytes) {
        return "data:" + format.contentType() + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
