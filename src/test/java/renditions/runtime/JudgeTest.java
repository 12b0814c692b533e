package renditions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.local.cloud.UploadedObject;
import renditions.runtime.Violation.Promise;
import renditions.testing.Call;

/// The limits of the judge. Times are in milliseconds from the hand-out of the event.
final class JudgeTest {
    private static final long BEGUN = Long.MAX_VALUE - 1_000_000; // so the clock overflows during the test
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final UploadedObject UPLOAD = new UploadedObject("uploads", "a.jpg", 1, "e");
    private static final Message MESSAGE = Message.announcing("m", List.of(UPLOAD), false);
    private static final String ACKNOWLEDGED = "{\"batchItemFailures\":[]}";
    private static final String REPORTED = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m\"}]}";

    private final Map<String, byte[]> stored = new HashMap<>(
            Map.of("/out/renditions/a.jpg/small.webp", new byte[7], "/out/manifests/a.jpg", """
            {"source": {"etag": "e"}, "renditions": [{"key": "renditions/a.jpg/small.webp", "bytes": 7}]}""".getBytes(UTF_8)));
    private final Places places = new Places("out", List.of("small.webp"));
    private final Judge judge = new Judge(
            places, path -> Optional.ofNullable(stored.get(path)), Duration.ofMillis(250), Duration.ofMillis(250));

    /// The time that the machine takes in every interval.
    private Duration taken = Duration.ZERO;
    private final Machine machine = (_, _) -> taken.toNanos();

    @ParameterizedTest
    @CsvSource({"10000, 10000, ''", "10000, 10001, ON_TIME", "100, 250, ''", "100, 251, ON_TIME", "-5000, 250, ''"})
    void an_answer_is_due_at_the_deadline_or_at_once_where_that_is_too_near(long timeout, long at, String promise) {
        var invocation =
                invocation(Duration.ofMillis(timeout), new InvocationStatus.Answered(at(at), REPORTED.getBytes(UTF_8)));

        assertThat(judge(invocation, List.of()))
                .extracting(violation -> violation.promise().name())
                .isEqualTo(promise.isEmpty() ? List.of() : List.of(promise));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "[]",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"x\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"m\"},{\"itemIdentifier\":\"m\"}]}"
            })
    void an_answer_that_names_anything_but_messages_each_once_is_unreadable(String reply) {
        assertThat(promises(answered(1_000, reply), List.of())).containsExactly(Promise.READABLE);
    }

    @Test
    void an_upload_whose_manifest_comes_after_the_answer_was_lost() {
        assertThat(promises(answered(1_000, ACKNOWLEDGED), done(900, 1_001))).containsExactly(Promise.NOTHING_LOST);
        assertThat(promises(answered(1_000, ACKNOWLEDGED), done(900, 1_000))).isEmpty();
    }

    @Test
    void a_manifest_of_another_upload_is_as_good_as_none() {
        stored.put("/out/manifests/a.jpg", "{\"source\": {\"etag\": \"other\"}}".getBytes(UTF_8));

        assertThat(promises(answered(1_000, ACKNOWLEDGED), done(500, 600))).containsExactly(Promise.NOTHING_LOST);
    }

    @Test
    void a_write_that_was_refused_stores_nothing() {
        var refused = done(500, 600).stream()
                .map(put -> new Call("PUT", put.path(), put.begun(), new Call.End(412, at(600), at(600))))
                .toList();

        assertThat(promises(answered(1_000, ACKNOWLEDGED), refused)).containsExactly(Promise.NOTHING_LOST);
    }

    @Test
    void what_is_hopeless_must_be_reported() {
        var hopeless = Message.unreadable("m");
        var calls = List.<Call>of();

        assertThat(judge.judge(answered(1_000, ACKNOWLEDGED), List.of(hopeless), calls))
                .extracting(Violation::promise)
                .containsExactly(Promise.NOTHING_LOST);
        assertThat(judge.judge(answered(1_000, REPORTED), List.of(hopeless), calls))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 899, 899, true",
        "1000, 899, 900, false",
        "1000, 901, 901, false",
        "1000, 899, -1, false",
        "9800, 9399, 9399, true", // a tenth of a second before the word to stop
        "9800, 9401, 9401, false"
    })
    void what_was_heard_to_be_done_a_tenth_of_a_second_before_the_end_must_be_acknowledged(
            long answered, long done, long told, boolean blamed) {
        assertThat(promises(answered(answered, REPORTED), done(500, done, told)))
                .isEqualTo(blamed ? List.of(Promise.NOTHING_WASTED) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"649, true", "651, false"})
    void of_a_short_time_out_no_more_than_a_quarter_is_kept_back(long done, boolean blamed) {
        var reported = new InvocationStatus.Answered(at(990), REPORTED.getBytes(UTF_8));

        assertThat(judge(invocation(Duration.ofSeconds(1), reported), done(500, done)))
                .extracting(Violation::promise)
                .isEqualTo(blamed ? List.of(Promise.NOTHING_WASTED) : List.of());
    }

    @Test
    void what_an_invocation_before_began_does_not_oblige_this_one() {
        assertThat(promises(answered(1_000, REPORTED), done(-1, 500))).isEmpty();
        assertThat(promises(answered(1_000, ACKNOWLEDGED), done(-900, -800))).isEmpty();
    }

    @Test
    void time_that_the_machine_took_is_not_the_functions() {
        taken = Duration.ofMillis(50);
        var lateWrites = new LateWrites(places);
        lateWrites.ended(answered(1_000, REPORTED), List.of(MESSAGE));

        assertThat(promises(answered(10_050, REPORTED), List.of())).isEmpty();
        assertThat(promises(answered(10_051, REPORTED), List.of())).containsExactly(Promise.ON_TIME);
        assertThat(promises(answered(1_000, REPORTED), done(500, 850))).isEmpty();
        assertThat(promises(answered(1_000, REPORTED), done(500, 849))).containsExactly(Promise.NOTHING_WASTED);
        assertThat(lateWrites.look(List.of(put("/out/manifests/a.jpg", 1_150, 2_000, 2_000))))
                .isEmpty();
    }

    @Test
    void a_message_is_done_when_all_its_uploads_are() {
        var other = new UploadedObject("uploads", "b.jpg", 1, "e");
        var both = Message.announcing("m", List.of(UPLOAD, other), false);

        assertThat(judge.judge(answered(1_000, REPORTED), List.of(both), done(500, 600)))
                .isEmpty();
        assertThat(judge.judge(answered(1_000, ACKNOWLEDGED), List.of(both), done(500, 600)))
                .extracting(Violation::promise)
                .containsExactly(Promise.NOTHING_LOST);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "1100, 0", "1101, 1"})
    void a_write_begins_between_the_event_and_a_tenth_of_a_second_after_the_answer(long begun, int violations) {
        var lateWrites = new LateWrites(places);
        lateWrites.ended(answered(1_000, REPORTED), List.of(MESSAGE));

        assertThat(lateWrites.look(List.of(put("/out/manifests/a.jpg", begun, 2_000, 2_000))))
                .hasSize(violations);
    }

    @Test
    void a_write_is_looked_at_once_and_one_for_nothing_is_a_violation() {
        var lateWrites = new LateWrites(places);
        var calls = List.of(
                put("/out/manifests/a.jpg", 1, 2, 2),
                put("/out/renditions/a.jpg/small.webp", 1, 2, 2),
                put("/elsewhere/x", 1, 2, 2));

        assertThat(lateWrites.look(calls))
                .extracting(Violation::promise)
                .containsOnly(Promise.NOTHING_LATER)
                .hasSize(3);
        assertThat(lateWrites.look(calls)).isEmpty();
    }

    private List<Promise> promises(Invocation invocation, List<Call> calls) {
        return judge(invocation, calls).stream().map(Violation::promise).toList();
    }

    private List<Violation> judge(Invocation invocation, List<Call> calls) {
        return judge.judge(invocation, List.of(MESSAGE), calls);
    }

    private Invocation answered(long at, String reply) {
        return invocation(TIMEOUT, new InvocationStatus.Answered(at(at), reply.getBytes(UTF_8)));
    }

    private Invocation invocation(Duration timeout, InvocationStatus status) {
        return new Invocation("i", timeout, BEGUN, status, machine);
    }

    private List<Call> done(long begun, long done) {
        return done(begun, done, done);
    }

    /// Calls that store the renditions and then the manifest, which takes from `begun` to `done`.
    ///
    /// @param told when the function is told; negative for never
    private List<Call> done(long begun, long done, long told) {
        var puts = new ArrayList<Call>();
        places.renditions(UPLOAD.key()).forEach(path -> puts.add(put(path, begun, begun, begun)));
        puts.add(put(places.manifest(UPLOAD.key()), begun, done, told));
        return puts;
    }

    private static Call put(String path, long begun, long done, long told) {
        return new Call("PUT", path, at(begun), new Call.End(200, at(done), told < 0 ? null : at(told)));
    }

    private static long at(long millis) {
        return BEGUN + Duration.ofMillis(millis).toNanos();
    }
}
