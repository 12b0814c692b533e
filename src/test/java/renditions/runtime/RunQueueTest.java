package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Watches the test's own process.
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux says how long its threads waited")
final class RunQueueTest {
    private final RunQueue queue = new RunQueue(ProcessHandle.current().pid());
    private final AtomicBoolean over = new AtomicBoolean();

    @AfterEach
    void close() {
        over.set(true);
        queue.close();
    }

    @Test
    void more_threads_than_processors_keep_each_other_waiting() {
        long begin = System.nanoTime();
        spin("watchdog");

        Awaitility.await()
                .pollInSameThread()
                .until(() -> queue.kept(begin, System.nanoTime())
                        > Duration.ofMillis(100).toNanos());

        queue.forget();
        assertThat(queue.kept(begin, begin)).isZero();
    }

    /// Runs twice as many busy threads of this name as there are processors.
    private void spin(String name) {
        IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
                .forEach(_ -> Thread.ofPlatform().daemon().name(name).start(() -> {
                    while (!over.get()) {
                        Thread.onSpinWait();
                    }
                }));
    }
}
