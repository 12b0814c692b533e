package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.lambda.PaperFunction.batch;
import static renditions.lambda.PaperFunction.invoke;
import static renditions.lambda.PaperFunction.message;
import static renditions.lambda.PaperFunction.upload;

import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.batch.FailurePolicy;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.Events;
import renditions.testing.MemoryStore;

/// Batches with uploads that are quarantined.
class QuarantiningFunctionTest {
    private static final Duration AMPLE = Duration.ofMinutes(5);

    private final MemoryStore store = new MemoryStore();
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, 8);

    @AfterEach
    void closeLanes() {
        lanes.close();
    }

    @Test
    void of_five_uploads_the_corrupt_one_is_quarantined_and_every_message_is_acknowledged() throws Exception {
        for (int i = 1; i <= 5; i++) {
            store.add(new ObjectId("uploads", i + ".jpg"), (i == 3 ? "rubbish" : "1200x800").getBytes(UTF_8));
        }

        assertThat(invoke(quarantining(FailurePolicy.COLLECT), batch(1, 5), AMPLE))
                .isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(store.list("out").keySet())
                .filteredOn(key -> key.startsWith("quarantine/"))
                .containsExactly("quarantine/3.jpg/" + tag("rubbish") + ".json");
        assertThat(report("3.jpg", "rubbish")).contains("\"deliveryId\":\"m3\"", "\"receiveCount\":1");
    }

    @Test
    void a_report_has_the_first_256_bytes_of_the_upload() throws Exception {
        var upload = "rubbish".repeat(100);
        store.add(new ObjectId("uploads", "1.jpg"), upload.getBytes(UTF_8));

        assertThat(invoke(quarantining(FailurePolicy.COLLECT), batch(1, 1), AMPLE))
                .contains("[]");

        var first = Base64.getEncoder().encodeToString(upload.substring(0, 256).getBytes(UTF_8));
        assertThat(report("1.jpg", upload)).contains("\"firstBytes\":\"" + first + "\"");
    }

    @Test
    void an_upload_whose_report_cannot_be_stored_is_redelivered() throws Exception {
        store.add(new ObjectId("uploads", "1.jpg"), "rubbish".getBytes(UTF_8));
        store.add(new ObjectId("uploads", "2.jpg"), "1200x800".getBytes(UTF_8));
        var key = "quarantine/1.jpg/" + tag("rubbish") + ".json";
        store.breakAt("PUT " + key, StoreProblem.Kind.DENIED.of(new ObjectId("out", key), "s3:PutObject"));

        assertThat(invoke(quarantining(FailurePolicy.STOP_ON_CRITICAL), batch(1, 2), AMPLE))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    }

    @ParameterizedTest
    @EnumSource(FailurePolicy.class)
    void a_quarantined_upload_stops_no_other(FailurePolicy policy) throws Exception {
        int last = 30;
        IntStream.rangeClosed(1, last)
                .forEach(i -> store.add(
                        new ObjectId("uploads", i + ".jpg"), (i == 1 ? "rubbish" : "1200x800").getBytes(UTF_8)));

        assertThat(invoke(quarantining(policy), batch(1, last), AMPLE)).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void the_group_of_a_quarantined_upload_goes_on() throws Exception {
        store.add(new ObjectId("uploads", "1.jpg"), "rubbish".getBytes(UTF_8));
        store.add(new ObjectId("uploads", "2.jpg"), "1200x800".getBytes(UTF_8));
        var event = batch(1, 2)
                .replace(":uploads\"", ":uploads.fifo\"")
                .replaceAll("\"m([12])\",", "$0\"attributes\":{\"MessageGroupId\":\"g\"},");

        assertThat(invoke(PaperFunction.of(store, FailurePolicy.COLLECT, lanes), event, AMPLE))
                .as("without quarantine")
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
        assertThat(invoke(quarantining(FailurePolicy.COLLECT), event, AMPLE)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(store.list("out")).containsKey("manifests/2.jpg");
    }

    @Test
    void what_has_no_content_to_report_is_redelivered_in_quarantine_too() throws Exception {
        var longest = "k".repeat(1_000) + ".jpg";
        var event = "{\"Records\":[" + message("junk", "hello") + "," + message("long", Events.created(longest)) + ","
                + upload(1) + "]}";

        assertThat(invoke(quarantining(FailurePolicy.COLLECT), event, AMPLE))
                .as("unreadable, without room for renditions, missing")
                .contains("\"junk\"", "\"long\"", "\"m1\"");
        assertThat(store.list("out")).isEmpty();
    }

    private String report(String key, String content) {
        return new String(store.list("out").get("quarantine/" + key + "/" + tag(content) + ".json"), UTF_8);
    }

    private static String tag(String content) {
        return MemoryStore.etag(content.getBytes(UTF_8)).replace("\"", "");
    }

    private RenditionsFunction quarantining(FailurePolicy policy) {
        return PaperFunction.of(store, policy, CorruptUploads.QUARANTINE, lanes);
    }
}
