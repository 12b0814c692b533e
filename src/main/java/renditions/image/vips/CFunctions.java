package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Functions of a C library. A subclass declares each as a field, so all are looked up when it is constructed, and
/// a library that lacks one fails at once.
///
/// Java calls C, and C never calls back into Java, because an exception that leaves a callback ends the process.
abstract class CFunctions {
    /// More bytes than any text of libvips has; its error buffer has 10,240.
    ///
    /// Source: libvips `error.c`, `VIPS_MAX_ERROR`.
    private static final long TEXT_BYTES = 16_384;

    private final CLibrary library;

    CFunctions(CLibrary library) {
        this.library = library;
    }

    /// The function of this name.
    ///
    /// @throws CLibrary.MissingFunction if the library has none
    final CFunction function(String name) {
        return library.function(name);
    }

    /// An argument that is a number: `int`, `gboolean`, `size_t`, `GType`.
    static MemorySegment number(long number) {
        return MemorySegment.ofAddress(number);
    }

    /// An argument that is a text, for as long as the arena lives.
    static MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(text);
    }

    /// A result that is an `int` or a `gboolean`.
    static int toInt(long register) {
        return (int) register;
    }

    /// A result that is a pointer, as a segment of length 0.
    static MemorySegment pointer(long register) {
        return MemorySegment.ofAddress(register);
    }

    /// The text at a pointer of C, up to its NUL; at most `TEXT_BYTES` long.
    @SuppressWarnings("restricted") // a pointer of C has no length of its own
    static String text(MemorySegment pointer) {
        return pointer.reinterpret(TEXT_BYTES).getString(0);
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }
}
