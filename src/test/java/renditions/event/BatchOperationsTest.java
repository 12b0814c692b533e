package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renditions.event.Reasons.assertUnreadable;
import static renditions.testing.Events.tasks;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Reason;
import renditions.batch.Severity;
import renditions.store.ObjectId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Jobs of S3 Batch Operations; `docs/replies.md` has the replies.
final class BatchOperationsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2.0", "2.7"})
    void a_task_is_an_upload_of_unknown_content_that_nobody_has_counted(String schema) {
        var job = read(tasks(schema, List.of("red+flower%2B.jpg")));

        assertThat(job.order()).isEqualTo(Invocation.Order.INDEPENDENT);
        assertThat(job.deliveries())
                .containsExactly(new Delivery(
                        "t1",
                        Delivery.UNCOUNTED,
                        "",
                        List.of(new Upload(
                                new ObjectId("uploads", "red flower+.jpg"), null, OptionalLong.empty(), null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:s3:::uploads", "arn:aws:s3:us-east-1:0123456788:uploads", "uploads"})
    void the_bucket_is_the_end_of_its_arn(String arn) {
        assertThat(object(task -> task.put("s3BucketArn", arn)).bucket()).isEqualTo("uploads");
    }

    @Test
    void a_version_is_kept_for_people() {
        assertThat(object(task -> task.put("s3VersionId", "v1")).version()).isEqualTo("v1");
        assertThat(object(task -> task.put("s3VersionId", "null")).version()).isNull();
    }

    @Test
    void a_task_that_cannot_be_read_spoils_no_other() {
        var entries = read(tasks("2.0", List.of("a.jpg", "%C3.jpg", "b.jpg"))).entries();

        assertThat(entries).hasExactlyElementsOfTypes(Upload.class, Entry.Unreadable.class, Upload.class);
        assertUnreadable(entries.get(1), "'%C3.jpg'", "UTF-8");
        assertUnreadable(
                entry(task -> task.put("s3BucketArn", "arn:aws:s3:::a/b")), "'a/b' is not the name of a bucket");
        assertUnreadable(entry(task -> task.remove("s3Key")), "event.tasks[].s3Key is missing");
        assertThat(entry(task -> task.put("s3Key", "photos_%24folder%24"))).isInstanceOf(Entry.Ignored.class);
    }

    @Test
    void user_arguments_are_not_ignored_in_silence() {
        var event = JSON.readTree(tasks("2.0", List.of("a.jpg")));
        ((ObjectNode) event.path("job")).putObject("userArguments");
        assertThat(read(JSON.writeValueAsBytes(event)).entries()).hasOnlyElementsOfType(Upload.class);

        ((ObjectNode) event.path("job")).putObject("userArguments").put("renditions", "thumbs");
        assertUnreadable(
                read(JSON.writeValueAsBytes(event)).entries().getFirst(),
                "the job has user arguments, and this function knows none: renditions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"invocationSchemaVersion\":\"3.0\"} | is '3.0', only 1.0 and 2.0 are known",
                "{\"invocationSchemaVersion\":\"10\"} | is '10', only 1.0 and 2.0 are known",
                "{\"invocationSchemaVersion\":1} | invocationSchemaVersion is the number 1, not text",
                "{\"invocationSchemaVersion\":\"1.0\"} | event.invocationId is missing",
                "{\"invocationSchemaVersion\":\"1.0\",\"invocationId\":\"i\"} | event.tasks is missing",
                "{\"invocationSchemaVersion\":\"1.0\",\"invocationId\":\"i\",\"tasks\":[7]} | event.tasks[] is the number 7",
                "{\"invocationSchemaVersion\":\"1.0\",\"invocationId\":\"i\",\"tasks\":[{}]} | event.tasks[].taskId is missing",
            })
    void a_job_that_cannot_be_answered_is_refused_with_a_sentence(String event, String reason) {
        assertThatThrownBy(() -> read(event.getBytes(UTF_8)))
                .isInstanceOf(UnreadableInvocation.class)
                .hasMessageStartingWith("These tasks of S3 Batch Operations cannot be read, so their job reports them")
                .hasMessageContaining(reason);
    }

    @Test
    void two_tasks_with_one_id_have_one_result_and_a_failure_that_may_pass_is_tried_again() {
        var twice = JSON.readTree(tasks("1.0", List.of("a.jpg", "b.jpg")));
        ((ObjectNode) twice.path("tasks").path(1)).put("taskId", "t1");
        var job = read(JSON.writeValueAsBytes(twice));

        assertThat(codes(job, done(), failed(Severity.PERMANENT, ""))).containsExactly("PermanentFailure");
        assertThat(codes(job, failed(Severity.PERMANENT, ""), done())).containsExactly("PermanentFailure");
        assertThat(codes(job, new Outcome.NotFinished<>(new Reason.AnswerDue()), failed(Severity.PERMANENT, "")))
                .containsExactly("TemporaryFailure");
        assertThat(codes(job, done(), done())).containsExactly("Succeeded");
    }

    @Test
    void no_tasks_have_no_results() {
        assertThat(results(read(tasks("2.0", List.of())))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🌸", "\n\u202e", "é"})
    void a_result_is_one_line_of_1024_characters_at_most(String part) {
        var job = read(tasks("1.0", List.of("a.jpg")));
        for (int times : new int[] {100, 1_004, 1_005, 1_010, 1_011, 100_000}) {
            var text = results(job, failed(Severity.PERMANENT, part.repeat(times)))
                    .getFirst()
                    .path("resultString")
                    .stringValue();
            assertThat(text)
                    .startsWith("failed: TEST, ")
                    .hasSizeLessThanOrEqualTo(1_024)
                    .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");
        }
    }

    private static Outcome<String> done() {
        return new Outcome.Done<>("done");
    }

    private static Outcome<String> failed(Severity severity, String message) {
        return new Outcome.Failed<>(Problem.of("TEST", message, severity));
    }

    private static List<String> codes(Invocation job, Outcome<?>... outcomes) {
        return results(job, outcomes).stream()
                .map(result -> result.path("resultCode").stringValue())
                .toList();
    }

    private static List<JsonNode> results(Invocation job, Outcome<?>... outcomes) {
        var reply = (Reply.Text) job.reply(List.of(outcomes));
        return JSON.readTree(reply.bytes()).path("results").valueStream().toList();
    }

    private static ObjectId object(Consumer<ObjectNode> change) {
        return ((Upload) entry(change)).object();
    }

    private static Entry entry(Consumer<ObjectNode> change) {
        var event = JSON.readTree(tasks("1.0", List.of("a.jpg")));
        change.accept((ObjectNode) event.path("tasks").path(0));
        return read(JSON.writeValueAsBytes(event)).entries().getFirst();
    }

    private static Invocation read(byte[] event) {
        return new InvocationReader().read(event);
    }
}
