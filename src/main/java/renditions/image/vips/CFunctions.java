package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// Functions of a C library. A subclass declares each as a field, so that all are looked up when it is made and a
/// library that lacks one is found out at once.
///
/// Calls into C only: C never calls back into Java, since an exception that leaves a callback ends the process.
abstract class CFunctions {
    /// Longer than any text of libvips: its buffer of errors has 10 240 bytes.
    private static final long TEXT_BYTES = 16_384;

    private final SymbolLookup library;

    CFunctions(SymbolLookup library) {
        this.library = library;
    }

    /// The function of this name.
    ///
    /// @throws MissingFunction if the library has none
    final CFunction function(String name) {
        return new CFunction(library.find(name).orElseThrow(() -> new MissingFunction(name)));
    }

    /// An argument that is a number: `int`, `gboolean`, `size_t`, `GType`.
    static MemorySegment number(long number) {
        return MemorySegment.ofAddress(number);
    }

    /// An argument that is a text, for as long as the arena lives. Copied in one piece, as results are read in one:
    /// for a single value in memory the JVM makes an accessor of each type, milliseconds of a cold start.
    static MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(ValueLayout.JAVA_BYTE, (text + '\0').getBytes(StandardCharsets.UTF_8));
    }

    /// A result that is an `int` or a `gboolean`.
    static int toInt(long register) {
        return (int) register;
    }

    /// A result that is a pointer; of no length.
    static MemorySegment pointer(long register) {
        return MemorySegment.ofAddress(register);
    }

    /// The text at a pointer of C, up to its NUL; at most `TEXT_BYTES` long. Read through a buffer: the JVM makes code
    /// for the kinds of arrays that it copies a segment to.
    @SuppressWarnings("restricted") // a pointer of C has no length of its own
    static String text(MemorySegment pointer) {
        var bytes = pointer.reinterpret(TEXT_BYTES).asByteBuffer();
        int length = 0;
        while (bytes.get(length) != 0) {
            length++;
        }
        var text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /// What a pointer of C points to, usable until `owner` ends, which then does `end`. After that the JVM refuses
    /// to touch it, also as the argument of a call, and the owner cannot end during such a call.
    @SuppressWarnings("restricted") // likewise
    static MemorySegment owned(MemorySegment pointer, long bytes, Arena owner, Runnable end) {
        return pointer.reinterpret(bytes, owner, _ -> end.run());
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    /// The library has no function of this name.
    static final class MissingFunction extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingFunction(String name) {
            super(name);
        }
    }
}
