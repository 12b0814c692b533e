package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.lambda.PaperFunction.batch;
import static renditions.lambda.PaperFunction.message;
import static renditions.lambda.PaperFunction.upload;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.batch.FailurePolicy;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.S3ObjectStore;
import renditions.store.StoreProblem;
import renditions.testing.Events;
import renditions.testing.HostileText;
import renditions.testing.Manner;
import renditions.testing.MemoryStore;
import renditions.testing.UnkindS3;

/// The function with a store in memory and an engine without pixels.
class RenditionsFunctionTest {
    private static final Duration AMPLE = Duration.ofMinutes(5);

    private final MemoryStore store = new MemoryStore();
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, 8);
    private final RenditionsFunction function = function(store);

    @AfterEach
    void closeLanes() {
        lanes.close();
    }

    @Test
    void five_uploads_the_third_corrupt_names_the_third_and_only_that_one() throws Exception {
        for (int i = 1; i <= 5; i++) {
            store.add(new ObjectId("uploads", i + ".jpg"), (i == 3 ? "rubbish" : "1200x800").getBytes(UTF_8));
        }

        var reply = invoke(batch(1, 5), AMPLE);

        assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m3\"}]}");
    }

    @Test
    void an_empty_batch_has_an_empty_reply() throws Exception {
        assertThat(invoke("{\"Records\":[]}", AMPLE)).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void no_time_left_reports_every_message() throws Exception {
        var reply = invoke(batch(1, 3), Duration.ZERO);

        assertThat(reply).contains("\"m1\"", "\"m2\"", "\"m3\"");
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void ten_thousand_messages_are_answered_each() throws Exception {
        IntStream.rangeClosed(1, 9_999)
                .forEach(i -> store.add(new ObjectId("uploads", i + ".jpg"), "1200x800".getBytes(UTF_8)));

        var reply = invoke(batch(1, 10_000), AMPLE);

        assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m10000\"}]}");
    }

    @Test
    void a_bucket_that_is_not_there_fails_its_own_message() throws Exception {
        var gone = new ObjectId("uploads", "2.jpg");
        store.add(new ObjectId("uploads", "1.jpg"), "1200x800".getBytes(UTF_8));
        store.breakAt("GET 2.jpg", StoreProblem.Kind.NO_BUCKET.of(gone, gone.bucket()));

        assertThat(invoke(batch(1, 2), AMPLE)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
    }

    /// In their own batch and in later ones.
    @Test
    void a_body_with_thousands_of_names_of_one_hash_fails_alone() throws Exception {
        store.add(new ObjectId("uploads", "1.jpg"), "1200x800".getBytes(UTF_8));
        for (int first = 0; first < 5 * 4096; first += 4096) {
            var names = IntStream.range(first, first + 4096)
                    .mapToObj(name -> "\"" + HostileText.collidingName(name) + "\":1")
                    .collect(Collectors.joining(",", "{", "}"));
            var event = "{\"Records\":[" + message("hostile", names) + "," + upload(1) + "]}";

            assertThat(invoke(event, AMPLE)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"hostile\"}]}");
            assertThat(invoke(batch(1, 1), AMPLE)).isEqualTo("{\"batchItemFailures\":[]}");
        }
    }

    @Test
    void an_upload_that_is_delivered_twice_in_a_batch_is_made_once_and_both_messages_are_answered() throws Exception {
        store.add(new ObjectId("uploads", "1.jpg"), "1200x800".getBytes(UTF_8));
        var twice = batch(1, 2).replace("2.jpg", "1.jpg");

        assertThat(invoke(twice, AMPLE)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(store.calls()).containsOnlyOnce("GET 1.jpg");

        store.add(new ObjectId("uploads", "1.jpg"), "rubbish".getBytes(UTF_8));
        assertThat(invoke(twice, AMPLE)).contains("\"m1\"", "\"m2\"");
    }

    @Test
    void a_fifo_queue_keeps_the_order_of_each_group() throws Exception {
        store.add(new ObjectId("uploads", "2.jpg"), "1200x800".getBytes(UTF_8));
        store.add(new ObjectId("uploads", "3.jpg"), "1200x800".getBytes(UTF_8));
        var event = batch(1, 3)
                .replace(":uploads\"", ":uploads.fifo\"")
                .replaceAll("\"m([123])\",", "$0\"attributes\":{\"MessageGroupId\":\"g$1\"},");

        assertThat(invoke(event.replace("\"g3\"", "\"g1\""), AMPLE))
                .as("the first is missing, so the third, of its group, must wait")
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m3\"}]}");
    }

    @Test
    void a_fifo_queue_keeps_a_message_behind_a_failure_even_if_an_earlier_one_holds_the_same_upload() throws Exception {
        store.add(new ObjectId("uploads", "1.jpg"), "1200x800".getBytes(UTF_8));
        var again = Events.created("1.jpg");
        var event = ("{\"Records\":[" + upload(1) + "," + message("m2", "hello") + "," + message("m3", again) + "]}")
                .replace(":uploads\"", ":uploads.fifo\"")
                .replaceAll("\"m([123])\",", "$0\"attributes\":{\"MessageGroupId\":\"g\"},");

        assertThat(invoke(event, AMPLE))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"},{\"itemIdentifier\":\"m3\"}]}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 1", "4, 3", "5, 1"})
    void at_every_second_receive_an_upload_starts_before_the_others(int receives, int first) throws Exception {
        IntStream.rangeClosed(1, 3).forEach(i -> store.add(new ObjectId("in", i + ".jpg"), "60x40".getBytes(UTF_8)));
        var event = batch(1, 3)
                .replace("\"m3\",", "\"m3\",\"attributes\":{\"ApproximateReceiveCount\":\"" + receives + "\"},");
        try (var one = new Lanes(NanoClock.system(), 1, 1)) {
            PaperFunction.invoke(PaperFunction.of(store, FailurePolicy.COLLECT, one), event, AMPLE);
        }

        assertThat(store.calls()).first().isEqualTo("GET manifests/" + first + ".jpg");
    }

    @Test
    void denied_access_reports_every_message() throws Exception {
        try (var denying = new UnkindS3(Manner.error(403, "AccessDenied"))) {
            var denied = function(new S3ObjectStore(denying.client()));

            assertThat(PaperFunction.invoke(denied, batch(1, 2), AMPLE))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
        }
    }

    @Test
    void the_kms_key_of_one_upload_does_not_stop_a_batch_that_stops_on_what_is_critical() throws Exception {
        int last = 30;
        IntStream.rangeClosed(1, last)
                .forEach(i -> store.add(new ObjectId("uploads", i + ".jpg"), "1200x800".getBytes(UTF_8)));
        var first = new ObjectId("uploads", "1.jpg");
        store.breakAt("GET 1.jpg", StoreProblem.Kind.KMS_DENIED.of(first, "allow the function kms:Decrypt"));

        assertThat(PaperFunction.invoke(
                        PaperFunction.of(store, FailurePolicy.STOP_ON_CRITICAL, lanes), batch(1, last), AMPLE))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    }

    @Test
    void a_test_event_is_acknowledged_and_an_unreadable_body_fails_only_its_own_message() throws Exception {
        store.add(new ObjectId("uploads", "1.jpg"), "1200x800".getBytes(UTF_8));
        var event = "{\"Records\":["
                + message("test", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"in\"}") + ","
                + message("junk", "hello") + "," + upload(1) + "]}";

        assertThat(invoke(event, AMPLE)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"junk\"}]}");
    }

    private String invoke(String event, Duration time) throws IOException {
        return PaperFunction.invoke(function, event, time);
    }

    private RenditionsFunction function(ObjectStore store) {
        return PaperFunction.of(store, FailurePolicy.COLLECT, lanes);
    }
}
