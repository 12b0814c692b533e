package renditions.image.colour;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The bytes of a file, with big-endian numbers. Offsets are untrusted: outside the file every number is zero.
record FileBytes(MemorySegment bytes) {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /// The most boxes that are read of a row.
    private static final int MOST_BOXES = 2_000;

    /// A part of the file.
    record Part(long from, long end) {}

    int unsigned8(long at) {
        return holds(at, Byte.BYTES) ? Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at)) : 0;
    }

    int unsigned16(long at) {
        return holds(at, Short.BYTES) ? Short.toUnsignedInt(bytes.get(SHORT, at)) : 0;
    }

    long unsigned32(long at) {
        return holds(at, Integer.BYTES) ? Integer.toUnsignedLong(bytes.get(INT, at)) : 0;
    }

    /// Whether these four letters stand here.
    boolean says(long at, String letters) {
        var code = letters.getBytes(StandardCharsets.US_ASCII);
        return holds(at, code.length)
                && MemorySegment.mismatch(bytes, at, at + code.length, MemorySegment.ofArray(code), 0, code.length) < 0;
    }

    /// The contents of the boxes of this name in a part of an AVIF, without those inside others.
    List<Part> boxes(Part part, String name) {
        return boxes(part).stream().filter(box -> says(box.from() - 4, name)).toList();
    }

    /// The contents of all boxes in a part of an AVIF, each behind its name, without those inside others. Boxes of
    /// more than four gigabytes end the row.
    ///
    /// Source: ISO/IEC 14496-12, section 4.2.
    List<Part> boxes(Part part) {
        var found = new ArrayList<Part>();
        for (long at = part.from(); at + 8 <= part.end() && found.size() < MOST_BOXES; ) {
            long size = unsigned32(at);
            long length = size == 0 ? part.end() - at : size;
            if (length < 8 || length > part.end() - at) {
                break;
            }
            found.add(new Part(at + 8, at + length));
            at += length;
        }
        return found;
    }

    Part whole() {
        return new Part(0, bytes.byteSize());
    }

    boolean holds(long at, long count) {
        return at >= 0 && count >= 0 && at <= bytes.byteSize() - count;
    }
}
