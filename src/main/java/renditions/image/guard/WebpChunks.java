package renditions.image.guard;

/// The chunks of a WebP.
///
/// Source: Google, "WebP Container Specification".
final class WebpChunks {
    private static final int CHUNK = 8;

    private final Upload webp; // little-endian, as RIFF is

    WebpChunks(Upload webp) {
        this.webp = webp;
    }

    /// Reduces EXIF, blanks XMP, and ends the file behind the last frame that is allowed.
    void check() throws Excess {
        int frames = 0;
        long end = Math.min(webp.size(), CHUNK + webp.unsigned32(4));
        for (long at = 12; at + CHUNK <= end && behind(at) <= end + 1; at = behind(at)) {
            if (webp.says(at, "ICCP")) {
                Excess.check(webp.unsigned32(at + 4), Limits.PROFILE, "bytes of colour profile", "convert it to sRGB");
            }
            if (webp.says(at, "ANMF") && ++frames == Limits.FRAMES) {
                webp.put32(4, Math.min(behind(at), end) - CHUNK);
                break;
            }
            blank(at, at + CHUNK, Math.min(webp.unsigned32(at + 4), end - at - CHUNK));
        }
    }

    /// The place behind a chunk. Chunks have an even length.
    private long behind(long at) {
        long length = webp.unsigned32(at + 4);
        return at + CHUNK + length + (length & 1);
    }

    private void blank(long type, long content, long length) {
        if (webp.says(type, "EXIF")) {
            Exif.reduce(webp, content, length);
        } else if (webp.says(type, "XMP ")) {
            webp.blank(content, length);
        } else if (webp.says(type, "ICCP")) {
            ColourProfile.reduce(new Extents(webp, content, length));
        }
    }
}
