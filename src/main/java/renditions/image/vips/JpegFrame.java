package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// The frame header of a JPEG: the segment that says how its samples are coded.
///
/// Source: ITU-T T.81, annex B.
final class JpegFrame {
    static final int LOSSLESS = 0xc3;

    private static final int START_OF_SCAN = 0xda;

    private final ByteBuffer jpeg; // big-endian, as JPEG is
    private final int marker; // the place of its second byte; 0 if there is none

    /// @param jpeg of at most 2^31 - 1 bytes
    JpegFrame(MemorySegment jpeg) {
        this.jpeg = jpeg.asByteBuffer();
        marker = find();
    }

    /// Bits per sample; empty if no frame header comes before the first scan, or if a segment is misplaced. The
    /// decoder judges such a file.
    OptionalInt precision() {
        return marker == 0 ? OptionalInt.empty() : OptionalInt.of(at(marker + 3));
    }

    /// The second byte of its marker, which says the coding; 0 if there is no frame header.
    int coding() {
        return marker == 0 ? 0 : at(marker);
    }

    /// The number of components that it announces; 0 if there is no frame header.
    int components() {
        return marker == 0 || marker + 8 >= jpeg.capacity() ? 0 : at(marker + 8);
    }

    private int find() {
        for (long at = 2; at + 4 < jpeg.capacity() && at(at) == 0xff; at = next(at)) {
            int code = at(at + 1);
            if (isFrame(code)) {
                return (int) at + 1;
            }
            if (code == START_OF_SCAN) {
                break;
            }
        }
        return 0;
    }

    /// The segment after this one. Markers may be padded with any number of 0xff.
    private long next(long at) {
        return at(at + 1) == 0xff ? at + 1 : at + 2 + Short.toUnsignedInt(jpeg.getShort((int) at + 2));
    }

    /// SOF0 to SOF15, without the three markers among them that mean something else: DHT, JPG and DAC.
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private int at(long offset) {
        return Byte.toUnsignedInt(jpeg.get((int) offset));
    }
}
