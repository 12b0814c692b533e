package renditions.image.guard;

/// The colour profile of a JPEG, which is divided into numbered segments.
///
/// Source: ICC.1:2022, annex B.4; libvips `jpeg2vips.c`, which puts parts with these numbers together.
final class JpegProfile {
    private static final int APP2 = 0xe2;
    private static final String PREFIX = "ICC_PROFILE\0";
    /// The bytes before a part: prefix, number of the part, number of all parts.
    private static final int BEFORE = PREFIX.length() + 2;
    private static final int MOST_PARTS = 256;

    private final Upload jpeg;
    private final long[] places = new long[MOST_PARTS];
    private final long[] lengths = new long[MOST_PARTS];

    JpegProfile(Upload jpeg) {
        this.jpeg = jpeg;
    }

    /// Takes a segment. Of several parts with one number the last counts; segments of other kinds do not.
    void add(int marker, long content, long length) {
        if (marker == APP2 && length > BEFORE && jpeg.says(content, PREFIX)) {
            int number = jpeg.unsigned8(content + PREFIX.length());
            places[number] = content + BEFORE;
            lengths[number] = length - BEFORE;
        }
    }

    void reduce() {
        ColourProfile.reduce(new Extents(jpeg, places, lengths));
    }
}
