package renditions.image.guard;

/// The segments of a JPEG, found as libjpeg finds them: it skips whatever stands before a marker.
///
/// Source: ITU-T T.81, annex B; libjpeg `jdmarker.c`, `next_marker`.
final class JpegSegments {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP13 = 0xed;

    private final Upload jpeg;

    JpegSegments(Upload jpeg) {
        this.jpeg = jpeg;
    }

    /// Reduces EXIF, and blanks XMP, previews and everything else that tools put into a JPEG, but not colour
    /// profiles.
    void check() throws Excess {
        int segments = 0;
        int scans = 0;
        int mostScans = Limits.JPEG_SCANS;
        var profile = new JpegProfile(jpeg);
        int components = 0; // of the frame, if all of them may come in one scan
        for (long at = marker(2); at < jpeg.size() && jpeg.unsigned8(at) != END_OF_IMAGE; at = next(at)) {
            int marker = jpeg.unsigned8(at);
            long content = at + 3;
            if (!standsAlone(marker)) {
                Excess.check(++segments, Limits.JPEG_SEGMENTS, "segments", "save it anew without metadata");
                blank(marker, content, Math.min(length(at), jpeg.size() - content));
                profile.add(marker, content, length(at));
            }
            if (isSequentialFrame(marker)) {
                components = jpeg.unsigned8(content + 5);
            }
            if (isArithmeticFrame(marker)) {
                mostScans = Limits.ARITHMETIC_SCANS;
            }
            if (marker == START_OF_SCAN) {
                Excess.check(++scans, mostScans, "scans", "save it as a baseline JPEG");
                if (jpeg.unsigned8(content) == components) {
                    break; // the only scan: no decoder reads what follows it
                }
            }
        }
        profile.reduce();
    }

    private long next(long at) {
        return marker(standsAlone(jpeg.unsigned8(at)) ? at + 1 : at + 3 + length(at));
    }

    /// The bytes of a segment's content.
    private long length(long at) {
        return Math.max(0, jpeg.unsigned16(at + 1) - 2);
    }

    /// The place of the next marker's second byte, or the end of the file.
    private long marker(long from) {
        long at = jpeg.nextFilled(from);
        while (at < jpeg.size()) {
            at++;
            int code = jpeg.unsigned8(at);
            if (code == 0) {
                at = jpeg.nextFilled(at + 1);
            } else if (code != 0xff) {
                return at;
            }
        }
        return jpeg.size();
    }

    private void blank(int marker, long content, long length) {
        if (marker == APP1 && jpeg.says(content, "Exif\0\0")) {
            Exif.reduce(jpeg, content, length);
        } else if (marker == APP1 || marker == APP13 || (marker == APP2 && !jpeg.says(content, "ICC_PROFILE\0"))) {
            jpeg.blank(content, length);
        }
    }

    /// TEM, RST0 to RST7 and SOI.
    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    /// SOF9, SOF10 and SOF11: frames that libjpeg goes on decoding, as zeros, behind the end of their data.
    private static boolean isArithmeticFrame(int marker) {
        return marker >= 0xc9 && marker <= 0xcb;
    }

    /// SOF0, SOF1, SOF3 and SOF9: frames that need not be progressive.
    private static boolean isSequentialFrame(int marker) {
        return marker == 0xc0 || marker == 0xc1 || marker == 0xc3 || marker == 0xc9;
    }
}
