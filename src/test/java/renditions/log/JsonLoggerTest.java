package renditions.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLoggerTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream usual = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final JsonLoggers loggers = new JsonLoggers();
    private final Logger log = loggers.getLoggerFactory().getLogger("renditions.test");

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(written, false, UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(usual);
        Log.level(Level.INFO);
    }

    @Test
    void an_event_is_a_line_with_its_time_level_message_logger_and_fields() {
        var before = Instant.now().minusMillis(1);
        log.atWarn()
                .addKeyValue("code", "CORRUPT")
                .addKeyValue("milliseconds", 7L)
                .log("{} is {}", "a.jpg", "damaged");

        var line = lines().getFirst();
        assertThat(Instant.parse(line.path("timestamp").stringValue())).isBetween(before, Instant.now());
        assertThat(line.toString())
                .contains("\"level\":\"WARN\",\"message\":\"a.jpg is damaged\",\"logger\":\"renditions.test\"")
                .endsWith("\"code\":\"CORRUPT\",\"milliseconds\":7}");
    }

    @Test
    void an_exception_comes_with_its_trace_however_deep_it_is() {
        log.error("not as it should be", new IllegalStateException("deep", new Exception("x".repeat(20_000))));

        assertThat(lines().getFirst().path("exception").stringValue())
                .startsWith("java.lang.IllegalStateException: deep\n\tat renditions.log.JsonLoggerTest")
                .contains("Caused by: java.lang.Exception: xxx")
                .hasSizeBetween(16_000, 16_030);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, TRACE DEBUG INFO WARN ERROR, INFO WARN ERROR",
        "DEBUG, DEBUG INFO WARN ERROR,       INFO WARN ERROR",
        "INFO,  INFO WARN ERROR,             INFO WARN ERROR",
        "WARN,  WARN ERROR,                  WARN ERROR",
        "ERROR, ERROR,                       ERROR"
    })
    void the_level_decides_what_is_logged_and_libraries_never_say_more_than_info(
            Level level, String ours, String theirs) {
        Log.level(level);

        assertThat(heard(log)).containsExactly(ours.split(" "));
        written.reset();
        assertThat(heard(loggers.getLoggerFactory().getLogger("org.apache.hc.client5.http.wire")))
                .containsExactly(theirs.split(" "));
    }

    @Test
    void lines_of_an_items_thread_and_of_those_it_starts_say_whose_they_are() throws Exception {
        var context = loggers.getMDCAdapter();
        var item = Thread.ofVirtual().start(() -> {
            context.put("deliveryId", "m1");
            log.info("first");
            join(Thread.ofVirtual().start(() -> log.info("second")));
            join(Thread.ofPlatform().start(() -> log.info("a pool's thread, which outlives the item")));
        });
        item.join();
        Thread.ofVirtual().start(() -> log.info("another's")).join();

        assertThat(lines())
                .extracting(line -> line.path("deliveryId").asString(""))
                .containsExactly("m1", "m1", "", "");
    }

    @Test
    void what_cannot_be_told_does_not_throw_and_is_counted() {
        var _ = Log.lines().takeLost();
        log.atInfo()
                .addKeyValue("size", new Object() {
                    @Override
                    public String toString() {
                        throw new IllegalStateException("unspeakable");
                    }
                })
                .log("hello");

        assertThat(lines()).isEmpty();
        assertThat(Log.lines().takeLost()).isOne();
    }

    private List<String> heard(Logger logger) {
        for (var level : Level.values()) {
            logger.atLevel(level).log("hello");
        }
        var heard =
                lines().stream().map(line -> line.path("level").stringValue()).toList();
        return IntStream.range(0, heard.size())
                .mapToObj(i -> heard.get(heard.size() - 1 - i))
                .toList();
    }

    /// All lines but the last one, which makes sure that the others are written.
    private List<JsonNode> lines() {
        assertThat(Log.lines().write("{}\n".getBytes(UTF_8), Duration.ofMinutes(1)))
                .isTrue();
        var all = written.toString(UTF_8).lines().toList();
        return all.subList(0, all.size() - 1).stream().map(JSON::readTree).toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
