package renditions.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Kills this process when it takes more memory than a function has, as the operating system does on Lambda.
///
/// Source: proc_pid_status(5).
final class ScarceMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long MOST_KIB = 1_000_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    /// The exit code of a process that was killed.
    private static final int KILLED = 137;

    private ScarceMemory() {}

    static void watch() {
        Thread.ofPlatform().daemon().name("scarce-memory").start(() -> {
            while (resident() < MOST_KIB) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            System.out.println("SCARCE_MEMORY");
            Runtime.getRuntime().halt(KILLED);
        });
    }

    private static long resident() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
