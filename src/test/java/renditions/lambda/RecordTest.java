package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.batch.BatchFailure;
import renditions.batch.BatchListener;
import renditions.batch.Cost;
import renditions.batch.Deadline.Margins;
import renditions.batch.FailurePolicy;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.event.UnreadableInvocation;
import renditions.local.cloud.LocalContext;
import renditions.log.LogLines;
import renditions.resize.Memory;
import renditions.telemetry.Ending;
import renditions.telemetry.RecordLog;
import renditions.telemetry.Records;
import renditions.testing.Events;
import renditions.testing.FakeSource;
import renditions.testing.Latches;
import tools.jackson.databind.json.JsonMapper;

/// The record of each way in which an invocation ends. An upload's key decides its outcome.
@Timeout(60)
class RecordTest {
    private static final Duration AMPLE = Duration.ofMinutes(5);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final JsonMapper JSON = new JsonMapper();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CountDownLatch never = new CountDownLatch(1);
    private final KeyedWork work = new KeyedWork(never);
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, 8);
    private final LogLines lines = new LogLines(() -> written);
    private final AtomicInteger rests = new AtomicInteger();

    @AfterEach
    void close() {
        never.countDown();
        lanes.close();
        lines.close();
    }

    @Test
    void the_redelivered_messages_are_those_of_the_reply_and_counts_those_of_the_metrics() throws Exception {
        var reply = invoke(function(lines), AMPLE, "done", "skip", "fail", "done", "throw");
        var record = record();

        assertThat(record.redelivered()).containsExactlyElementsOf(ids(reply)).containsExactly("m2", "m4");
        assertThat(record.messages("done")).containsExactly("m0", "m3");
        assertThat(record.messages("skipped")).containsExactly("m1");
        assertThat(record.json().path("problems").toString()).isEqualTo("{\"TEST\":1,\"UNEXPECTED\":1}");
        assertThat(record.metric("Done")).isEqualTo(2);
        assertThat(record.metric("Skipped")).isEqualTo(1);
        assertThat(record.metric("Failed")).isEqualTo(2);
        assertThat(record.json().path("ItemLatency")).hasSize(5);
        assertThat(record.metric("SealMargin")).isBetween(1.0, (double) AMPLE.toMillis());
        assertThat(record.json().path("memory").path("engine").toString())
                .isEqualTo("{\"held\":7,\"peak\":70,\"budgeted\":0}");
        assertThat(record.json().path("phases").propertyNames()).containsExactly("read", "work", "stop", "reply");
        assertThat(record.json().path("prediction").propertyNames()).isEmpty(); // nothing was computed
    }

    @Test
    void when_the_time_is_over_the_record_says_what_still_runs() throws Exception {
        var reply = invoke(function(lines), Duration.ofSeconds(2), "done", "ignore");
        var record = record();

        assertThat(record.redelivered()).containsExactlyElementsOf(ids(reply)).containsExactly("m1");
        assertThat(record.metric("NotFinished")).isEqualTo(1);
        assertThat(record.metric("StillRunning")).isEqualTo(1);
        assertThat(record.metric("SealMargin"))
                .as("what a first answer may take")
                .isLessThanOrEqualTo(100);
        assertThat(record.json().path("phases").path("stop").intValue()).isGreaterThanOrEqualTo(49);
        assertThat(record.json().path("phases").path("work").intValue()).isLessThanOrEqualTo(1_851);
    }

    /// The clock jumps by an hour while the first reply is written.
    @Test
    void after_an_answer_that_took_long_more_time_is_kept_for_the_next() throws Exception {
        var jump = new AtomicLong();
        var reserves = new ArrayList<Duration>();
        try (var slow = new Lanes(() -> NanoClock.system().nanoTime() + jump.get(), 2, 8)) {
            var function = new RenditionsFunction(
                    wiring(slow).recordedBy((record, _) -> reserves.add(reserve((Ending.Answered) record.ending()))));
            var reply = new OutputStream() {
                @Override
                public void write(int oneByte) {
                    jump.set(Duration.ofHours(1).toNanos());
                }
            };
            function.handleRequest(new ByteArrayInputStream(event("done")), reply, new LocalContext(HALF_A_DAY));
            invoke(function, HALF_A_DAY, "done");
        }
        assertThat(reserves)
                .satisfiesExactly(
                        first -> assertThat(first).isLessThan(Duration.ofMinutes(15)),
                        second -> assertThat(second).isGreaterThan(Duration.ofMinutes(45)));
    }

    private static Duration reserve(Ending.Answered answered) {
        return Duration.ofNanos(answered.seal().margin() + answered.seal().overdue());
    }

    @Test
    void an_event_that_cannot_be_read_is_recorded_and_thrown() {
        assertThatThrownBy(() -> call(function(lines), "{\"hello\":1}".getBytes(UTF_8), AMPLE))
                .isInstanceOf(UnreadableInvocation.class);
        assertThat(record().json().path("ending").stringValue()).isEqualTo("UNREADABLE");
        assertThat(record().json().path("requestId").stringValue()).isEqualTo("local");
    }

    @Test
    void a_source_that_takes_no_answer_gets_one_exception_with_all_causes_and_the_record_says_the_same() {
        var event = Events.s3(List.of("throw/0.jpg", "done/1.jpg", "fail/2.jpg", "throw/3.jpg"));

        assertThatThrownBy(() -> call(function(lines), event, AMPLE))
                .isInstanceOf(BatchFailure.class)
                .hasMessageStartingWith("3 of 4 items are not done; ")
                .satisfies(thrown -> assertThat(
                                Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed())))
                        .extracting(Throwable::getMessage)
                        .containsExactlyInAnyOrder("throw/0.jpg", "throw/3.jpg"));
        assertThat(record().json().path("ending").stringValue()).isEqualTo("THROWN");
        assertThat(record().redelivered()).containsExactly("event");
        assertThat(record().metric("Failed")).isEqualTo(3);
    }

    @Test
    void an_answer_that_is_an_exception_is_recorded_with_its_phase() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> invoke(function(lines), AMPLE, "stall")).isInstanceOf(IOException.class);
        lines.write("\n".getBytes(UTF_8), AMPLE);

        assertThat(record().json().path("ending").stringValue()).isEqualTo("FAILED");
        assertThat(record().json().path("reason").stringValue()).contains("interrupted", "nothing is acknowledged");
        assertThat(record().json().path("phases").propertyNames()).containsExactly("read", "work");
    }

    @Test
    void a_log_that_blocks_does_not_keep_the_answer() throws Exception {
        try (var blocked = new LogLines(this::blocking)) {
            assertThat(ids(invoke(function(blocked), AMPLE, "done", "fail"))).containsExactly("m1");
        }
    }

    @ParameterizedTest
    @CsvSource({"PT5M, 1000", "PT1S, 500", "PT0S, 0"})
    void an_answer_waits_for_its_record_for_a_second_or_half_of_what_is_left(Duration left, long most)
            throws Exception {
        var patience = new CompletableFuture<Duration>();

        invoke(new RenditionsFunction(wiring().recordedBy((_, told) -> patience.complete(told))), left, "done");

        assertThat(patience.join()).isLessThanOrEqualTo(Duration.ofMillis(most));
    }

    @Test
    void a_log_that_throws_changes_no_answer_and_the_next_record_counts_what_was_lost() throws Exception {
        var streams = Stream.of(broken(), written).iterator();
        try (var breaking = new LogLines(streams::next)) {
            var function = function(breaking);

            assertThat(ids(invoke(function, AMPLE, "done", "fail"))).containsExactly("m1");
            assertThat(ids(invoke(function, AMPLE, "done"))).isEmpty();
        }
        assertThat(record().json().path("linesLost").intValue()).isOne();
    }

    /// No code above the reader knows a source: items of the tests' own are worked on in order, recorded, answered.
    @Test
    void another_source_is_answered_in_its_own_way_and_recorded_in_the_same() throws Exception {
        var wiring = wiring().recordedBy(new RecordLog(lines, InstantSource.system()));
        var function = new RenditionsFunction(wiring, null, FakeSource::read);
        var event = """
                a anna done/1.jpg fail/2.jpg
                b anna done/3.jpg
                c bela done/4.jpg skip/5.jpg
                d bela done/4.jpg""";

        assertThat(call(function, event.getBytes(UTF_8), AMPLE)).isEqualTo("c\nd\n");
        assertThat(record().messages("failed")).containsExactly("a");
        assertThat(record().messages("notStarted")).containsExactly("b");
        assertThat(record().messages("done")).containsExactly("c", "d");
        assertThat(record().metric("Done"))
                .as("an upload that is delivered twice is made once")
                .isEqualTo(2);
    }

    @Test
    void what_waits_for_work_rests_after_each_invocation_whatever_its_end() throws Exception {
        var function = function(lines);
        invoke(function, AMPLE, "done");
        assertThat(rests).hasValue(1);
        assertThatThrownBy(() -> call(function, "hello".getBytes(UTF_8), AMPLE))
                .isInstanceOf(UnreadableInvocation.class);
        assertThat(rests).hasValue(2);
    }

    @Test
    void records_that_throw_change_no_answer() throws Exception {
        var function = new RenditionsFunction(wiring().recordedBy((_, _) -> {
            throw new IllegalStateException("a keeper that breaks its promise");
        }));

        assertThat(ids(invoke(function, AMPLE, "fail"))).containsExactly("m0");
    }

    private RenditionsFunction function(LogLines log) {
        return new RenditionsFunction(wiring().recordedBy(new RecordLog(log, InstantSource.system())));
    }

    private Wiring wiring() {
        return wiring(lanes);
    }

    private Wiring wiring(Lanes lanes) {
        return new Wiring(
                lanes,
                new Margins(Duration.ofMillis(50), Duration.ofMillis(50)),
                FailurePolicy.COLLECT,
                work::of,
                _ -> Cost.NONE,
                new BatchListener<>() {},
                Memory.of(1_000_000_000),
                Records.NONE,
                rests::incrementAndGet,
                new Engines.Usage(() -> 7, () -> 70),
                ProcessEnd.NEVER);
    }

    private OutputStream blocking() {
        Latches.awaitWhateverComes(never);
        return written;
    }

    private static OutputStream broken() {
        return new OutputStream() {
            @Override
            public void write(int oneByte) {
                throw new IllegalStateException("broken");
            }
        };
    }

    /// Invokes the function with a message for each word.
    private static String invoke(RenditionsFunction function, Duration time, String... words) throws IOException {
        return call(function, event(words), time);
    }

    private static String call(RenditionsFunction function, byte[] event, Duration time) throws IOException {
        var reply = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event), reply, new LocalContext(time));
        return reply.toString(UTF_8);
    }

    private static byte[] event(String... words) {
        return Events.sqs(IntStream.range(0, words.length)
                .mapToObj(i -> Events.created(words[i] + "/" + i + ".jpg"))
                .toList());
    }

    private WrittenRecord record() {
        var all =
                written.toString(UTF_8).lines().filter(line -> !line.isEmpty()).toList();
        assertThat(all).as("one record").hasSize(1);
        return new WrittenRecord(JSON.readTree(all.getFirst()));
    }

    private static List<String> ids(String reply) {
        return JSON.readTree(reply)
                .path("batchItemFailures")
                .valueStream()
                .map(failure -> failure.path("itemIdentifier").stringValue())
                .toList();
    }
}
