package renditions.store;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Reads native memory as a stream. For one thread; does not own the memory.
final class SegmentStream extends InputStream {
    private final MemorySegment bytes;
    private long position;

    SegmentStream(MemorySegment bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return position == bytes.byteSize() ? -1 : Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, position++));
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int count = (int) Math.min(length, bytes.byteSize() - position);
        if (count == 0) {
            return -1;
        }
        MemorySegment.copy(bytes, position, MemorySegment.ofArray(into), offset, count);
        position += count;
        return count;
    }
}
