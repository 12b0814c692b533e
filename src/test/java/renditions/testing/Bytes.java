package renditions.testing;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Files put together by hand.
public final class Bytes {
    private Bytes() {}

    public static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /// One byte for each character.
    public static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] bigEndian16(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    public static byte[] bigEndian32(long number) {
        return joined(bigEndian16((int) (number >> 16)), bigEndian16((int) number));
    }

    public static byte[] littleEndian16(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8)};
    }

    public static byte[] littleEndian32(long number) {
        return joined(littleEndian16((int) number), littleEndian16((int) (number >> 16)));
    }

    /// A copy in native memory, for the engine.
    public static MemorySegment toNative(Arena arena, byte[] bytes) {
        return arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
    }
}
