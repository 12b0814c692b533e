package renditions.image.vips;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The functions of a C library, by name.
@FunctionalInterface
interface CLibrary {
    /// The function of this name.
    ///
    /// @throws MissingFunction if the library has none
    CFunction function(String name);

    /// The library with these symbols.
    static CLibrary of(SymbolLookup symbols) {
        return name -> new Linked(symbols.find(name).orElseThrow(() -> new MissingFunction(name)));
    }

    /// A function that is linked.
    ///
    /// @param address of its first instruction
    record Linked(MemorySegment address) implements CFunction {
        @SuppressWarnings("restricted") // the only place that calls C
        private static final MethodHandle CALL = Linker.nativeLinker()
                .downcallHandle(FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS));

        @Override
        public long call(MemorySegment first, MemorySegment second, MemorySegment third, MemorySegment fourth) {
            try {
                return (long) CALL.invokeExact(address, first, second, third, fourth);
            } catch (RuntimeException | Error refused) { // an argument that cannot be used, or an error of the JVM
                throw refused;
            } catch (Throwable impossible) { // C throws nothing
                throw new AssertionError(impossible);
            }
        }
    }

    /// The library has no function of this name.
    final class MissingFunction extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingFunction(String name) {
            super(name);
        }
    }
}
