package renditions.image.vips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/// The operating system's limit of the memory that this process can write to (`RLIMIT_DATA`). An allocation beyond
/// it fails as if the machine had no memory left. Only Linux keeps such a limit; elsewhere nothing is limited.
///
/// Source: getrlimit(2); proc_pid_status(5).
public final class MemoryLimit extends CFunctions {
    /// Stands for no limit.
    public static final long NONE = Long.MAX_VALUE;

    private static final int RLIMIT_DATA = 2;

    /// `struct rlimit`: the limit that is kept, and the most that it may be raised to.
    private static final long SOFT = 0;
    private static final long HARD = Long.BYTES;
    private static final long RLIMIT_BYTES = 2 * Long.BYTES;

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String DATA = "VmData:";
    private static final long KIB = 1024;

    private final CFunction get = function("getrlimit");
    private final CFunction set = function("setrlimit");

    private MemoryLimit() {
        super(CLibrary.of(Linker.nativeLinker().defaultLookup()));
    }

    /// The limit of this process.
    public static MemoryLimit ofProcess() {
        return new MemoryLimit();
    }

    /// Limits the memory to what the process has now and `bytes` more. Replaces an earlier limit.
    ///
    /// @param bytes [#NONE] for as much as there is
    /// @throws IllegalStateException if the operating system refuses the limit
    public void allow(long bytes) {
        if (!Files.exists(STATUS)) {
            return;
        }
        try (var arena = Arena.ofConfined()) {
            var limit = arena.allocate(RLIMIT_BYTES, Long.BYTES);
            require(toInt(get.call(number(RLIMIT_DATA), limit)));
            long hard = limit.get(ValueLayout.JAVA_LONG, HARD);
            limit.set(ValueLayout.JAVA_LONG, SOFT, bytes == NONE ? hard : least(hard, data() + bytes));
            require(toInt(set.call(number(RLIMIT_DATA), limit)));
        }
    }

    /// The smaller of two limits: numbers without a sign, of which the largest means none.
    private static long least(long one, long other) {
        return Long.compareUnsigned(one, other) < 0 ? one : other;
    }

    /// The bytes that count towards the limit now.
    private static long data() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(DATA))
                    .map(line -> line.substring(DATA.length()).strip().split(" ", 2)[0])
                    .mapToLong(kib -> Long.parseLong(kib) * KIB)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void require(int result) {
        if (result != 0) {
            throw new IllegalStateException("the operating system does not limit the memory of this process");
        }
    }
}
