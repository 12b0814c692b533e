package renditions.image.guard;

import renditions.image.ImageLimits;

/// The chunks of a WebP.
///
/// Source: Google, "WebP Container Specification", "WebP Lossless Bitstream Specification"; RFC 6386, section 9.1.
final class WebpChunks {
    private static final int CHUNK = 8;

    /// The longest side of a frame.
    private static final int MOST = 0x3fff;

    /// A type that nobody knows.
    private static final String SKIPPED = "skip";

    private final Upload webp; // little-endian, as RIFF is
    private final ImageLimits limits;

    WebpChunks(Upload webp, ImageLimits limits) {
        this.webp = webp;
        this.limits = limits;
    }

    /// Reduces EXIF, blanks XMP, and takes away the frames behind the last one that is allowed. EXIF stands behind
    /// them and stays: it tells the orientation.
    void check() throws Excess {
        int frames = 0;
        long surplus = 0; // the place of the first frame that is too many
        long end = Math.min(webp.size(), CHUNK + webp.unsigned32(4));
        for (long at = 12; at + CHUNK <= end && behind(at) <= end + 1; at = behind(at)) {
            if (webp.says(at, "ICCP")) {
                Excess.check(webp.unsigned32(at + 4), Limits.PROFILE, "bytes of colour profile", "convert it to sRGB");
            }
            checkPixels(at, at + CHUNK);
            if (webp.says(at, "ANMF") && ++frames == Limits.FRAMES + 1) {
                surplus = at;
            }
            blank(at, at + CHUNK, Math.min(webp.unsigned32(at + 4), end - at - CHUNK));
            if (surplus > 0 && webp.says(at, "EXIF")) {
                webp.put(surplus, SKIPPED);
                webp.put32(surplus + 4, at - surplus - CHUNK);
                surplus = Math.min(behind(at), end);
                break;
            }
        }
        if (surplus > 0) {
            webp.put32(4, surplus - CHUNK);
        }
    }

    /// The place behind a chunk. Chunks have an even length.
    private long behind(long at) {
        long length = webp.unsigned32(at + 4);
        return at + CHUNK + length + (length & 1);
    }

    /// Refuses too many pixels. libvips makes room for all of them when it reads the header, and so before a header can
    /// be checked.
    private void checkPixels(long type, long content) throws Excess {
        if (webp.says(type, "VP8X")) {
            Excess.pixels(1 + webp.unsigned24(content + 4), 1 + webp.unsigned24(content + 7), limits);
        } else if (webp.says(type, "VP8L")) {
            long sides = webp.unsigned32(content + 1);
            Excess.pixels(1 + (sides & MOST), 1 + ((sides >> 14) & MOST), limits);
        } else if (webp.says(type, "VP8 ")) {
            Excess.pixels(webp.unsigned16(content + 6) & MOST, webp.unsigned16(content + 8) & MOST, limits);
        }
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
