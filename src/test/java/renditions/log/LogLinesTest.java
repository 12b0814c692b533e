package renditions.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogLinesTest {
    private static final Duration AMPLE = Duration.ofMinutes(1);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void ten_thousand_threads_lose_and_tear_no_line() {
        try (var lines = new LogLines(() -> byByte())) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 10_000).forEach(i -> threads.execute(() -> lines.add(line(i))));
            }
            assertThat(lines.write(line(10_000), AMPLE)).isTrue();

            assertThat(written.toString(UTF_8).lines())
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, 10_000)
                            .mapToObj(i -> new String(line(i), UTF_8).strip())
                            .toList());
            assertThat(lines.takeLost()).isZero();
        }
    }

    @Test
    void a_line_is_written_after_all_that_came_before() {
        try (var lines = new LogLines(() -> written)) {
            IntStream.range(0, 100).forEach(i -> lines.add((i + "\n").getBytes(UTF_8)));
            lines.write("last\n".getBytes(UTF_8), AMPLE);

            assertThat(written.toString(UTF_8).lines()).hasSize(101).endsWith("99", "last");
        }
    }

    @Test
    void a_stream_that_blocks_holds_up_nobody_and_what_there_is_no_room_for_is_counted() throws Exception {
        var open = new CountDownLatch(1);
        try (var lines = new LogLines(() -> awaited(open))) {
            var large = new byte[2_000_000];
            assertThat(lines.write(large, Duration.ofMillis(20))).isFalse();
            IntStream.range(0, 3).forEach(_ -> lines.add(large));
            Thread.ofPlatform().start(() -> lines.add(large)).join();
            Thread.ofVirtual().start(() -> lines.add(large)).join();
            assertThat(lines.write(large, AMPLE)).isFalse();

            assertThat(lines.takeLost()).isEqualTo(3);
            open.countDown();
            Awaitility.await().until(() -> lines.write(line(1), AMPLE));
            assertThat(written.size()).isEqualTo(4 * large.length + line(1).length);
        }
    }

    @Test
    void a_stream_that_throws_loses_its_line_and_no_other() {
        var broken = new OutputStream() {
            @Override
            public void write(int oneByte) {
                throw new IllegalStateException("broken");
            }
        };
        var streams =
                IntStream.range(0, 3).mapToObj(i -> i == 1 ? broken : written).iterator();
        try (var lines = new LogLines(streams::next)) {
            lines.add(line(1));
            lines.add(line(2));
            assertThat(lines.write(line(3), AMPLE)).isTrue();

            assertThat(written.toString(UTF_8)).isEqualTo(new String(line(1), UTF_8) + new String(line(3), UTF_8));
            assertThat(lines.takeLost()).isOne();
        }
    }

    @Test
    void who_is_interrupted_does_not_wait_and_stays_interrupted() throws Exception {
        var open = new CountDownLatch(1);
        try (var lines = new LogLines(() -> awaited(open))) {
            var interrupted = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                assertThat(lines.write(line(1), AMPLE)).isFalse();
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });
            assertThat(interrupted.join(Duration.ofSeconds(30))).isTrue();
            open.countDown();
        }
    }

    private static byte[] line(int number) {
        return "{\"number\":%d,\"text\":\"%s\"}\n"
                .formatted(number, "x".repeat(number % 300))
                .getBytes(UTF_8);
    }

    private OutputStream awaited(CountDownLatch open) {
        try {
            open.await();
            return written;
        } catch (InterruptedException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /// A stream that takes one byte after the other, so that another thread could break in.
    private OutputStream byByte() {
        return new OutputStream() {
            @Override
            public void write(int oneByte) {
                written.write(oneByte);
            }
        };
    }
}
