package renditions.image.vips;

import java.lang.foreign.MemorySegment;

/// A function of C with at most four parameters, each a pointer or an integer of at most 64 bits.
///
/// One type serves every function: four registers in, one out, so that a function is declared by its name alone. A
/// function reads as many registers as it has parameters, and of each only the width of the parameter; it ignores
/// the rest. The result is the result register, of which only the width of the function's result has a meaning
/// (System V ABI for AMD64, 3.2.3; AAPCS64, 6.8.2 and 6.9).
///
/// Blocks as long as the function does; may be called from any thread.
@FunctionalInterface
interface CFunction {
    /// Calls the function. Arguments without a parameter are NULL.
    ///
    /// @return the result register
    /// @throws IllegalStateException if an argument is memory whose arena has ended; an arena cannot end while its
    ///     memory is in a call
    long call(MemorySegment first, MemorySegment second, MemorySegment third, MemorySegment fourth);

    default long call() {
        return call(MemorySegment.NULL);
    }

    default long call(MemorySegment first) {
        return call(first, MemorySegment.NULL);
    }

    default long call(MemorySegment first, MemorySegment second) {
        return call(first, second, MemorySegment.NULL);
    }

    default long call(MemorySegment first, MemorySegment second, MemorySegment third) {
        return call(first, second, third, MemorySegment.NULL);
    }
}
