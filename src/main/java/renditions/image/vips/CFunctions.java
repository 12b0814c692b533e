package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Functions of a C library. A subclass declares each as a field, so that all are linked when it is made and a
/// library that lacks one is found out at once.
///
/// Downcalls only: C never calls back into Java, since an exception that leaves a callback ends the process.
abstract class CFunctions {
    /// An argument that is a number of at most 64 bits: `int`, `gboolean`, `size_t`, `GType`.
    static final MemoryLayout WORD = ValueLayout.JAVA_LONG;

    static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    /// Longer than any text of libvips: its buffer of errors has 10 240 bytes.
    private static final long TEXT_BYTES = 16_384;

    private final SymbolLookup library;

    CFunctions(SymbolLookup library) {
        this.library = library;
    }

    /// Links `name(parameters)`. The handle gives a `long`, the register of the result: a size as it is, an `int`
    /// for [#toInt], a pointer for [#pointer], nothing that means anything where C gives nothing.
    ///
    /// Numbers are handed over likewise: C reads as much of a register as a number is wide, and what else is in it
    /// means nothing (System V ABI for AMD64, 3.2.3; AAPCS64, 6.8.2 and 6.9). The JVM makes code for each
    /// combination of types when it meets it first, about 5 ms of a cold start; with one type for all numbers and
    /// results there are 7 of them and not 19.
    @SuppressWarnings("restricted") // the one place where C functions are linked
    final MethodHandle function(String name, MemoryLayout... parameters) {
        var function = library.find(name).orElseThrow(() -> new MissingFunction(name));
        return Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(WORD, parameters));
    }

    /// The `int` or `gboolean` that came back in a register.
    static int toInt(long word) {
        return (int) word;
    }

    /// The pointer that came back in a register; of no length.
    static MemorySegment pointer(long word) {
        return MemorySegment.ofAddress(word);
    }

    /// What a downcall threw, which is never an answer of the C function: a wrong argument of ours, or the JVM in
    /// trouble.
    static AssertionError unexpected(Throwable thrown) {
        switch (thrown) {
            case Error error -> throw error;
            case RuntimeException bug -> throw bug;
            default -> throw new AssertionError(thrown);
        }
    }

    /// The text at a pointer of C, up to its NUL; at most `TEXT_BYTES` long.
    @SuppressWarnings("restricted") // a pointer of C has no length of its own
    static String text(MemorySegment pointer) {
        return pointer.reinterpret(TEXT_BYTES).getString(0);
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
