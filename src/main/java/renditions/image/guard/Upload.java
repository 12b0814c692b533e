package renditions.image.guard;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// The bytes of an upload, whose numbers are big-endian unless [#ordered] says otherwise. Offsets are untrusted:
/// outside the file every number
/// is zero, and nothing is written.
class Upload {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /// In each byte the lowest or the highest bit.
    private static final long LOWEST = 0x0101010101010101L;
    private static final long HIGHEST = LOWEST << 7;

    private final MemorySegment bytes;
    private final boolean little;

    /// @param bytes writable, of at most 2^31 - 1 bytes
    Upload(MemorySegment bytes) {
        this(bytes, false);
    }

    Upload(MemorySegment bytes, boolean little) {
        this.bytes = bytes;
        this.little = little;
    }

    /// The same bytes with numbers in this order.
    Upload ordered(boolean littleEndian) {
        return new Upload(bytes, littleEndian);
    }

    final MemorySegment bytes() {
        return bytes;
    }

    final long size() {
        return bytes.byteSize();
    }

    /// Whether these bytes are in the file.
    final boolean holds(long at, long count) {
        return at >= 0 && count >= 0 && count <= size() && at <= size() - count;
    }

    int unsigned8(long at) {
        return holds(at, Byte.BYTES) ? Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at)) : 0;
    }

    int unsigned16(long at) {
        if (!holds(at, Short.BYTES)) {
            return 0;
        }
        short number = bytes.get(SHORT, at);
        return Short.toUnsignedInt(little ? Short.reverseBytes(number) : number);
    }

    /// A little-endian number of three bytes.
    final int unsigned24(long at) {
        return unsigned8(at) | (unsigned8(at + 1) << 8) | (unsigned8(at + 2) << 16);
    }

    long unsigned32(long at) {
        if (!holds(at, Integer.BYTES)) {
            return 0;
        }
        int number = bytes.get(INT, at);
        return Integer.toUnsignedLong(little ? Integer.reverseBytes(number) : number);
    }

    /// A number of 64 bits. More than [Long#MAX_VALUE] counts as that.
    long unsigned64(long at) {
        if (!holds(at, Long.BYTES)) {
            return 0;
        }
        long number = bytes.get(LONG, at);
        long ordered = little ? Long.reverseBytes(number) : number;
        return ordered < 0 ? Long.MAX_VALUE : ordered;
    }

    /// A number of 1, 2, 4 or 8 bytes; 0 for every other width.
    final long number(long at, int width) {
        return switch (width) {
            case 1 -> unsigned8(at);
            case 2 -> unsigned16(at);
            case 4 -> unsigned32(at);
            case 8 -> unsigned64(at);
            default -> 0;
        };
    }

    /// The letters here, one for each byte.
    final String letters(long at, int count) {
        var letters = new StringBuilder(count);
        for (int letter = 0; letter < count; letter++) {
            letters.append((char) unsigned8(at + letter));
        }
        return letters.toString();
    }

    /// Whether these letters stand here, one for each byte.
    boolean says(long at, String letters) {
        for (int letter = 0; letter < letters.length(); letter++) {
            if (!holds(at + letter, 1) || unsigned8(at + letter) != letters.charAt(letter)) {
                return false;
            }
        }
        return true;
    }

    /// The place of the next byte 0xff, or the size of the file. Reads eight bytes at a time.
    long nextFilled(long from) {
        long at = from;
        while (holds(at, Long.BYTES)) {
            long inverted = ~bytes.get(LONG, at);
            long zeros = (inverted - LOWEST) & ~inverted & HIGHEST;
            if (zeros != 0) {
                return at + firstZero(inverted);
            }
            at += Long.BYTES;
        }
        while (at < size() && unsigned8(at) != 0xff) {
            at++;
        }
        return Math.min(at, size());
    }

    /// The first zero byte. The bit trick above marks a 0x01 behind a zero too, so the bytes are looked at one by one.
    private static int firstZero(long number) {
        int place = 0;
        while ((number << (Byte.SIZE * place)) >>> 56 != 0) {
            place++;
        }
        return place;
    }

    final void put8(long at, int number) {
        if (holds(at, Byte.BYTES)) {
            bytes.set(ValueLayout.JAVA_BYTE, at, (byte) number);
        }
    }

    final void put16(long at, int number) {
        if (holds(at, Short.BYTES)) {
            bytes.set(SHORT, at, little ? Short.reverseBytes((short) number) : (short) number);
        }
    }

    final void put32(long at, long number) {
        if (holds(at, Integer.BYTES)) {
            bytes.set(INT, at, little ? Integer.reverseBytes((int) number) : (int) number);
        }
    }

    final void put64(long at, long number) {
        if (holds(at, Long.BYTES)) {
            bytes.set(LONG, at, little ? Long.reverseBytes(number) : number);
        }
    }

    final void put(long at, String letters) {
        if (holds(at, letters.length())) {
            MemorySegment.copy(
                    MemorySegment.ofArray(letters.getBytes(StandardCharsets.ISO_8859_1)),
                    0,
                    bytes,
                    at,
                    letters.length());
        }
    }

    /// Fills with zeros.
    void blank(long at, long count) {
        if (holds(at, count)) {
            bytes.asSlice(at, count).fill((byte) 0);
        }
    }

    /// These bytes, all of them in the file.
    final ByteBuffer buffer(long at, long count) {
        return bytes.asSlice(at, count).asByteBuffer();
    }

    /// The check sum of these bytes as PNG has it.
    ///
    /// @param count the bytes, all in the file
    long crc32(long at, long count) {
        var sum = new CRC32();
        sum.update(buffer(at, count));
        return sum.getValue();
    }
}
