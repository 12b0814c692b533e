package renditions.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/// Reads every few milliseconds how long the threads of a process have waited for a processor: the second number of
/// `/proc/<pid>/task/<tid>/schedstat` (Linux, "Scheduler Statistics"), in nanoseconds.
///
/// Only threads that lead to an answer count. Threads that compute pixels wait for each other, and a function that
/// keeps itself waiting is to blame.
final class RunQueue implements Machine, AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /// Longer than any invocation of the tests.
    private static final Duration KEPT = Duration.ofMinutes(10);

    /// The beginnings of the names of threads that lead to an answer: the runtime client's, the collector's, the
    /// watchdog, the carriers of virtual threads, and the poller of their sockets.
    private static final String LEADING = "(java|VM Thread|watchdog|ForkJoinPool|MasterPoller).*";

    private final Path threads;
    private final Map<Path, Boolean> leading = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, Map<Path, Long>> looks = new ConcurrentSkipListMap<>();
    private final Thread watch = Thread.ofPlatform().daemon().name("run-queue").unstarted(this::watch);
    private final long origin = System.nanoTime();

    RunQueue(long pid) {
        threads = Path.of("/proc", Long.toString(pid), "task");
        watch.start();
    }

    /// Forgets what it has read.
    void forget() {
        looks.clear();
    }

    /// The longest wait of one thread. Waits of different threads are not added, because they may be at the same
    /// time.
    @Override
    public long kept(long from, long to) {
        var before = looks.floorEntry(from - origin);
        var after = looks.ceilingEntry(to - origin);
        var first = before == null ? looks.firstEntry() : before;
        var last = after == null ? looks.lastEntry() : after;
        if (first == null || last == null) {
            return 0;
        }
        return last.getValue().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - first.getValue().getOrDefault(thread.getKey(), 0L))
                .max()
                .orElse(0);
    }

    private void watch() {
        while (!Thread.interrupted()) {
            look();
            looks.headMap(System.nanoTime() - origin - KEPT.toNanos()).clear();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /// Reads now.
    void look() {
        looks.put(System.nanoTime() - origin, waited());
    }

    private Map<Path, Long> waited() {
        var all = new HashMap<Path, Long>();
        try (var folders = Files.newDirectoryStream(threads)) {
            for (var thread : folders) {
                if (leading.computeIfAbsent(thread, RunQueue::isLeading)) {
                    all.put(
                            thread,
                            Long.parseLong(Files.readString(thread.resolve("schedstat"))
                                    .split(" ", -1)[1]));
                }
            }
        } catch (IOException gone) {
            // A thread or the process has ended; what was read still counts.
        }
        return all;
    }

    private static boolean isLeading(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip().matches(LEADING);
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
