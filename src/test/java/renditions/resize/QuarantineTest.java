package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.UPLOAD;
import static renditions.resize.Desk.redelivered;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renditions.batch.CancellationSource;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Reason;
import renditions.batch.Severity;
import renditions.catalog.Source;
import renditions.image.ImageProblem.Kind;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.MemoryStore;

/// Uploads that no renditions can be made of, in quarantine.
class QuarantineTest {
    static final String REPORT = report("rubbish");

    private final Desk desk = new Desk();

    @BeforeEach
    void quarantine() {
        desk.quarantine();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_damaged_upload_is_acknowledged_when_its_report_is_stored() throws Exception {
        var upload = desk.upload("rubbish");
        var event = new Source(upload.object(), upload.etag(), upload.size(), upload.sequencer(), 1, "m3");

        assertThat(desk.run(event))
                .isEqualTo(new Outcome.Quarantined<>(
                        Problem.of("CORRUPT", "the picture is damaged: 'rubbish' is no size", Severity.PERMANENT),
                        "s3://out/" + REPORT));

        assertThat(desk.store().calls()).containsExactly("GET " + MANIFEST.key(), "GET " + UPLOAD.key(), put(REPORT));
        assertThat(desk.text(REPORT)).isEqualTo("""
                {"version":1,"timestamp":"2026-11-24T21:07:36.497Z","code":"CORRUPT",\
                "message":"the picture is damaged: 'rubbish' is no size","engine":"paper 1",\
                "words":"'rubbish' is no size","deliveryId":"m3","receiveCount":1,\
                "upload":{"bucket":"in","key":"a b/c.jpg","etag":"TAG",\
                "sequencer":"000000000000000001","lastModified":"2026-01-01T00:00:00Z","bytes":7},\
                "firstBytes":"cnViYmlzaA=="}""".replace("TAG", tag("rubbish")));
    }

    @Test
    void the_report_of_what_replaced_the_upload_has_no_order_of_the_older_event() throws Exception {
        var older = desk.upload("1200x800");
        desk.upload("rubbish");

        assertThat(desk.run(redelivered(older))).isInstanceOf(Outcome.Quarantined.class);
        assertThat(desk.text(REPORT)).contains("\"receiveCount\":2").doesNotContain("sequencer");
    }

    @Test
    void what_the_decoder_finds_is_quarantined_too() throws Exception {
        desk.images().breakDecoding(Kind.UNSUPPORTED.because("lossless"));

        assertThat(desk.run(desk.upload("1200x800"))).isInstanceOf(Outcome.Quarantined.class);
        assertThat(desk.text(report("1200x800"))).contains("\"code\":\"UNSUPPORTED\"", "\"words\":\"lossless\"");
        assertThat(desk.store().list("out")).hasSize(1);
    }

    @Test
    void too_many_bytes_are_quarantined_under_the_tag_that_the_store_says() throws Exception {
        desk.store().add(UPLOAD, "x".repeat(101).getBytes(UTF_8));

        assertThat(desk.run(new Source(UPLOAD, null))).isInstanceOf(Outcome.Quarantined.class);
        assertThat(desk.text(report("x".repeat(101))))
                .contains("\"code\":\"TOO_LARGE\"", "has 101 bytes, the limit is 100", "\"bytes\":101")
                .contains("\"words\":\"\"", "\"firstBytes\":\"\"");
    }

    @Test
    void a_size_that_the_event_has_wrong_quarantines_nothing() throws Exception {
        var upload = desk.upload("1200x800");
        var wrong = new Source(UPLOAD, upload.etag(), OptionalLong.of(7), upload.sequencer(), 1);

        assertThat(Desk.problem(desk.run(wrong)).code()).isEqualTo("TOO_LARGE");
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void trouble_of_the_engine_is_no_fault_of_the_upload() throws Exception {
        desk.images().breakDecoding(Kind.ENGINE.because("out of memory"));

        assertThat(Desk.problem(desk.run(desk.upload("1200x800"))).severity()).isEqualTo(Severity.RETRYABLE);
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void a_report_that_is_not_stored_acknowledges_nothing_and_is_written_when_the_message_is_redelivered()
            throws Exception {
        var upload = desk.upload("rubbish");
        var denied = StoreProblem.Kind.DENIED.of(new ObjectId("out", REPORT), "allow the function s3:PutObject");
        desk.store().breakAt(put(REPORT), denied);

        assertThat(desk.run(upload))
                .isEqualTo(Failures.failed(
                        "QUARANTINE_FAILED",
                        "CORRUPT, the picture is damaged: 'rubbish' is no size; and the report of it was not stored: "
                                + "DENIED, access to s3://out/" + REPORT
                                + " is denied: allow the function s3:PutObject",
                        Severity.RETRYABLE));

        desk.store().mendAt(put(REPORT));
        assertThat(desk.run(redelivered(upload))).isInstanceOf(Outcome.Quarantined.class);
        assertThat(desk.text(REPORT)).contains("\"receiveCount\":2");
    }

    @Test
    void a_report_that_is_not_stored_in_time_acknowledges_nothing() throws Exception {
        var upload = desk.upload("rubbish");
        var storing = new CountDownLatch(1);
        desk.store().holdAt(put(REPORT), storing);
        var time = new CancellationSource();

        var item = desk.lanes().onNetwork(() -> desk.uninterrupted(time, upload));
        Awaitility.await().until(() -> desk.store().calls().contains(put(REPORT)));
        time.cancel();
        storing.countDown();

        assertThat(Lanes.await(item)).isEqualTo(new Outcome.NotFinished<>(new Reason.Stopped(Reason.Lane.NETWORK)));
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void no_report_is_stored_after_the_cancellation() throws Exception {
        var time = new CancellationSource();
        desk.images().breakDecoding(() -> {
            time.cancel();
            return Kind.CORRUPT.because("cut off");
        });

        assertThat(desk.uninterrupted(time, desk.upload("1200x800"))).isInstanceOf(Outcome.NotFinished.class);
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void a_key_without_room_for_its_report_is_redelivered_and_its_renditions_are_made_if_they_can() throws Exception {
        var longest = new ObjectId("in", "k".repeat(1_000));
        desk.store().add(longest, "rubbish".getBytes(UTF_8));

        var problem = Desk.problem(desk.run(new Source(longest, null)));

        assertThat(problem.code()).isEqualTo("CORRUPT");
        assertThat(problem.severity()).isEqualTo(Severity.PERMANENT);
        assertThat(problem.message()).endsWith("; its key leaves no room for the key of a report");
        desk.store().add(longest, "1200x800".getBytes(UTF_8));
        assertThat(desk.run(new Source(longest, null))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_has_no_content_is_not_quarantined() throws Exception {
        desk.failMissing();
        var archived = StoreProblem.Kind.REFUSED.of(UPLOAD, "403 InvalidObjectState");
        assertThat(Desk.problem(desk.run(new Source(UPLOAD, "gone"))).code()).isEqualTo("MISSING");

        desk.upload("1200x800");
        desk.store().breakAt("GET " + UPLOAD.key(), archived);
        assertThat(Desk.problem(desk.run(new Source(UPLOAD, null))).code()).isEqualTo("REFUSED");
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void the_report_stays_when_the_upload_is_replaced_by_a_sound_one() throws Exception {
        desk.run(desk.upload("rubbish"));

        assertThat(desk.run(desk.upload("1200x800"))).isInstanceOf(Outcome.Done.class);
        assertThat(List.copyOf(desk.store().list("out").keySet()))
                .contains(REPORT)
                .hasSize(5);
    }

    static String put(String key) {
        return "PUT " + key;
    }

    private static String report(String content) {
        return "quarantine/a b/c.jpg/" + tag(content) + ".json";
    }

    private static String tag(String content) {
        return MemoryStore.etag(content.getBytes(UTF_8)).replace("\"", "");
    }
}
