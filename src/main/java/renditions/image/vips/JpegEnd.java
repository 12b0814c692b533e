package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The end of a JPEG. Some tools cut off its last marker, which holds no pixels; the decoder then cannot tell it
/// from a picture that was cut anywhere.
///
/// Source: ITU-T T.81, annexes B and G.
final class JpegEnd {
    /// Part of the decoder's warning that data are missing.
    ///
    /// Source: libjpeg `jerror.h`, `JWRN_HIT_MARKER`.
    static final String PREMATURE = "premature end of data segment";

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int COEFFICIENTS = 64;

    private final ByteBuffer jpeg; // big-endian, as JPEG is
    private final Map<Integer, int[]> bitsOpen = new HashMap<>(); // of each component's coefficients

    private JpegEnd(MemorySegment jpeg) {
        this.jpeg = jpeg.asByteBuffer();
    }

    /// Whether a scan reaches the end of the file without an end marker behind it, and no later scan is missing. If
    /// pixels are missing, too, the decoder warns of it.
    ///
    /// A file that ends within a marker or an escaped byte may lack anything. Arithmetic codings do not tell: their
    /// decoders supply what is missing without a warning.
    static boolean isMissing(MemorySegment jpeg) {
        var frame = new JpegFrame(jpeg);
        boolean huffman = frame.coding() >= 0xc0 && frame.coding() <= JpegFrame.LOSSLESS;
        return huffman && new JpegEnd(jpeg).reachedBy(frame);
    }

    /// A copy of the file with the end marker.
    ///
    /// @param arena owns the copy
    static MemorySegment added(Arena arena, MemorySegment jpeg) {
        long size = jpeg.byteSize();
        var whole = arena.allocate(size + 2).copyFrom(jpeg);
        whole.set(ValueLayout.JAVA_BYTE, size, (byte) 0xff);
        whole.set(ValueLayout.JAVA_BYTE, size + 1, (byte) END_OF_IMAGE);
        return whole;
    }

    private boolean reachedBy(JpegFrame frame) {
        int last = jpeg.capacity() - 2;
        if (at(last + 1) == 0xff || (at(last) == 0xff && at(last + 1) == END_OF_IMAGE)) {
            return false;
        }
        for (int at = marker(2); at < jpeg.capacity(); ) {
            int code = at(at);
            if (code == END_OF_IMAGE || at + 3 > jpeg.capacity()) {
                return false;
            }
            int end = standsAlone(code) ? at + 1 : at + 1 + Short.toUnsignedInt(jpeg.getShort(at + 1));
            if (end > jpeg.capacity()) {
                return false;
            }
            if (code == START_OF_SCAN) {
                note(at + 3);
            }
            at = marker(end);
        }
        return bitsOpen.size() == frame.components() && (frame.coding() == JpegFrame.LOSSLESS || allBitsAreThere());
    }

    /// Notes which bits of the coefficients a scan brings.
    private void note(int scan) {
        int components = at(scan);
        int range = scan + 1 + 2 * components;
        int first = at(range);
        int last = Math.min(COEFFICIENTS - 1, at(range + 1));
        for (int component = 0; component < components; component++) {
            var open = bitsOpen.computeIfAbsent(at(scan + 1 + 2 * component), _ -> missing());
            for (int coefficient = first; coefficient <= last; coefficient++) {
                open[coefficient] = at(range + 2) & 0xf;
            }
        }
    }

    private static int[] missing() {
        var open = new int[COEFFICIENTS];
        Arrays.fill(open, Integer.MAX_VALUE);
        return open;
    }

    private boolean allBitsAreThere() {
        return bitsOpen.values().stream().flatMapToInt(Arrays::stream).allMatch(open -> open == 0);
    }

    /// The place of the next marker's second byte, or the end of the file.
    private int marker(int from) {
        for (int at = from; at + 1 < jpeg.capacity(); at++) {
            if (at(at) == 0xff && at(at + 1) != 0 && at(at + 1) != 0xff) {
                return at + 1;
            }
        }
        return jpeg.capacity();
    }

    /// TEM, RST0 to RST7 and SOI.
    private static boolean standsAlone(int code) {
        return code == 0x01 || (code >= 0xd0 && code <= 0xd8);
    }

    /// A byte; zero outside the file.
    private int at(int offset) {
        return offset >= 0 && offset < jpeg.capacity() ? Byte.toUnsignedInt(jpeg.get(offset)) : 0;
    }
}
