package renditions.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The processor time of all processes that this one started and that have ended. Finer than [ProcessHandle]'s, which
/// counts in steps of ten milliseconds.
final class ChildTime {
    /// `RUSAGE_CHILDREN`
    private static final int CHILDREN = -1;

    /// Of `struct rusage`. The first four are the user's seconds and microseconds, and the system's.
    private static final int LONGS = 18;

    private static final MethodHandle USAGE = usage();

    private ChildTime() {}

    /// In milliseconds, of all their threads.
    ///
    /// Source: getrusage(2), 64-bit Linux.
    static double millis() {
        try (var arena = Arena.ofConfined()) {
            var usage = arena.allocate(ValueLayout.JAVA_LONG, LONGS);
            int _ = (int) USAGE.invokeExact(CHILDREN, usage);
            var longs = usage.toArray(ValueLayout.JAVA_LONG);
            return (longs[0] + longs[2]) * 1e3 + (longs[1] + longs[3]) / 1e3;
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }

    @SuppressWarnings("restricted") // linking
    private static MethodHandle usage() {
        var linker = Linker.nativeLinker();
        var address = linker.defaultLookup().findOrThrow("getrusage");
        return linker.downcallHandle(
                address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }
}
