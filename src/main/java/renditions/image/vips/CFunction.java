package renditions.image.vips;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A function of C with at most three parameters, each a pointer or a number of at most 64 bits, called in the one way
/// that serves all of them: three registers in, one out.
///
/// C reads as many registers as its function has parameters, and as much of each as the parameter is wide; what else is
/// in them means nothing. What comes back is the register of the result, which means something only as far as the
/// function has one (System V ABI for AMD64, 3.2.3; AAPCS64, 6.8.2 and 6.9). The JVM makes code for each combination of
/// types that it meets, milliseconds of a cold start: here it meets one, of pointers alone, and most of the code for
/// those comes with the JDK.
///
/// Blocks for as long as the function does; from any thread. Memory whose arena has ended is refused with an
/// [IllegalStateException], and an arena cannot end while its memory is in a call.
///
/// @param address of its first instruction
record CFunction(MemorySegment address) {
    @SuppressWarnings("restricted") // the one place where C is called
    private static final MethodHandle CALL = Linker.nativeLinker()
            .downcallHandle(FunctionDescriptor.of(
                    ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));

    long call() {
        return call(MemorySegment.NULL);
    }

    long call(MemorySegment first) {
        return call(first, MemorySegment.NULL);
    }

    long call(MemorySegment first, MemorySegment second) {
        return call(first, second, MemorySegment.NULL);
    }

    long call(MemorySegment first, MemorySegment second, MemorySegment third) {
        try {
            return ((MemorySegment) CALL.invokeExact(address, first, second, third)).address();
        } catch (RuntimeException | Error refused) { // an argument that cannot be used, or the JVM in trouble
            throw refused;
        } catch (Throwable impossible) { // C throws nothing
            throw new AssertionError(impossible);
        }
    }
}
