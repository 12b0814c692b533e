package renditions.image.guard;

/// The blocks of a GIF.
///
/// Source: CompuServe, "Graphics Interchange Format, Version 89a".
final class GifBlocks {
    private static final int HEADER = 13;
    private static final int DESCRIPTOR = 10;
    private static final int TRAILER = ';';

    private final Upload gif;

    GifBlocks(Upload gif) {
        this.gif = gif;
    }

    /// Ends the file behind the last frame that is allowed.
    void cut() {
        int frames = 0;
        long at = HEADER + colours(10);
        while (at < gif.size() && frames < Limits.FRAMES) {
            switch (gif.unsigned8(at)) {
                case ',' -> {
                    frames++;
                    at = behindData(at + DESCRIPTOR + colours(at + 9) + 1);
                }
                case '!' -> at = behindData(at + 2);
                default -> at = gif.size(); // the end, or what no decoder reads on from
            }
        }
        gif.put8(at, TRAILER); // outside the file unless there are too many frames
    }

    /// The length of the table of colours behind these flags, in bytes.
    private long colours(long flags) {
        int packed = gif.unsigned8(flags);
        return (packed & 0x80) == 0 ? 0 : 6L << (packed & 7);
    }

    /// The place behind a row of data blocks, which an empty one ends.
    private long behindData(long from) {
        long at = from;
        while (gif.unsigned8(at) != 0) {
            at += 1 + gif.unsigned8(at);
        }
        return at + 1;
    }
}
