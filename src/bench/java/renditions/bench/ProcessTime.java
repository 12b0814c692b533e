package renditions.bench;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The processor time of all threads of this process, those of libraries included. Unlike a wall clock it does not
/// run while other processes hold the cores.
final class ProcessTime {
    private static final MethodHandle CLOCK = clock();

    private ProcessTime() {}

    /// Milliseconds since the process began.
    ///
    /// Source: POSIX, `clock_t clock(void)`, a million ticks a second on every system.
    static double millis() {
        try {
            return (long) CLOCK.invokeExact() / 1e3;
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }

    @SuppressWarnings("restricted") // linking
    private static MethodHandle clock() {
        var linker = Linker.nativeLinker();
        var address = linker.defaultLookup().findOrThrow("clock");
        return linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_LONG));
    }
}
