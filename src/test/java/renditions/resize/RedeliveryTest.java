package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.SET;
import static renditions.resize.Desk.UPLOAD;
import static renditions.resize.Desk.redelivered;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;

/// What is called for an event: the first time, again, and after others.
class RedeliveryTest {
    private static final String WEBP = "renditions/a b/c.jpg/small.webp";
    private static final String PNG = "renditions/a b/c.jpg/small.png";
    private static final String SQUARE = "renditions/a b/c.jpg/square.jpg";
    private static final String LOOK_UP = "GET manifests/a b/c.jpg";
    private static final String COMMIT = "PUT manifests/a b/c.jpg";
    private static final String DOWNLOAD = "GET a b/c.jpg";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_first_upload_costs_two_downloads_its_renditions_and_a_commit() throws Exception {
        var calls = desk.callsOf(desk.upload("1200x800"));

        assertThat(calls).startsWith(LOOK_UP, DOWNLOAD).endsWith(COMMIT);
        assertThat(calls.subList(2, 5)).containsExactlyInAnyOrder("PUT " + WEBP, "PUT " + PNG, "PUT " + SQUARE);
        assertThat(calls).hasSize(6);
    }

    @Test
    void the_same_content_uploaded_again_has_the_manifest_written_again() throws Exception {
        desk.run(desk.upload("1200x800"));
        var again = desk.upload("1200x800");

        assertThat(desk.callsOf(again)).containsExactly(LOOK_UP, COMMIT);
        assertThat(desk.known().sequencer()).isEqualTo(again.sequencer());
        assertThat(desk.known().revision()).isEqualTo(2);
    }

    @Test
    void an_event_that_is_older_than_the_manifest_is_superseded() throws Exception {
        var older = desk.upload("1200x800");
        desk.run(desk.upload("600x600"));

        assertThat(desk.callsOf(older)).containsExactly(LOOK_UP);
        assertThat(desk.run(older)).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_redelivered_event_is_compared_with_what_lies_there() throws Exception {
        var upload = desk.upload("1200x800");
        desk.run(upload);

        var calls = desk.callsOf(redelivered(upload));

        assertThat(calls).startsWith(LOOK_UP).endsWith(COMMIT);
        assertThat(calls.subList(1, 4)).containsExactlyInAnyOrder("HEAD " + WEBP, "HEAD " + PNG, "HEAD " + SQUARE);
        assertThat(calls).hasSize(5);
        assertThat(desk.run(redelivered(upload))).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void what_an_older_attempt_left_over_newer_renditions_is_made_again_and_nothing_else() throws Exception {
        var older = desk.upload("600x600");
        var newer = desk.upload("1200x800");
        desk.run(newer);
        desk.store().add(new ObjectId("out", PNG), "320x320 png 80".getBytes(UTF_8));

        assertThat(desk.callsOf(redelivered(older)).stream().filter(call -> call.startsWith("PUT")))
                .containsExactly("PUT " + PNG, COMMIT);
        assertThat(desk.text(PNG)).isEqualTo("320x213 png 80");
        assertThat(desk.known().sequencer()).isEqualTo(newer.sequencer());
        assertThat(desk.callsOf(redelivered(older))).doesNotContain("PUT " + PNG);
    }

    @Test
    void a_redelivered_event_of_content_that_was_replaced_makes_the_newest() throws Exception {
        var older = desk.upload("600x600");
        desk.upload("1200x800");

        assertThat(desk.run(redelivered(older))).isInstanceOf(Outcome.Done.class);
        assertThat(desk.text(PNG)).isEqualTo("320x213 png 80");
        assertThat(desk.known().sequencer()).isEqualTo(older.sequencer());
    }

    /// It may not name all that the older attempt left.
    @Test
    void a_manifest_of_other_settings_is_not_compared_but_replaced() throws Exception {
        var older = desk.upload("600x600");
        var fewer = RenditionSet.parse("[{\"name\": \"small\", \"width\": 320, \"formats\": [\"webp\"]}]");
        desk.job(fewer).run(Cancellation.never(), desk.upload("1200x800"));
        desk.store().add(new ObjectId("out", PNG), "320x320 png 80".getBytes(UTF_8));

        assertThat(desk.run(redelivered(older))).isInstanceOf(Outcome.Done.class);
        assertThat(desk.text(PNG)).isEqualTo("320x213 png 80");
    }

    @Test
    void what_was_made_before_a_kill_is_not_made_again() throws Exception {
        var upload = desk.upload("1200x800");
        desk.run(upload);
        desk.store().delete(Cancellation.never(), MANIFEST);
        desk.store().delete(Cancellation.never(), new ObjectId("out", SQUARE));

        assertThat(desk.callsOf(redelivered(upload)).stream().filter(call -> call.startsWith("PUT")))
                .containsExactly("PUT " + SQUARE, COMMIT);
        assertThat(desk.known()).isEqualTo(known(upload));
    }

    // As if nothing had happened.
    private static renditions.catalog.Known known(Source upload) throws InterruptedException {
        try (var other = new Desk()) {
            other.store().add(UPLOAD, "1200x800".getBytes(UTF_8));
            other.run(upload);
            return other.known();
        }
    }

    @Test
    void renditions_of_other_content_or_settings_are_made_again() throws Exception {
        desk.run(desk.upload("600x600"));
        desk.store().delete(Cancellation.never(), MANIFEST);
        var upload = desk.upload("1200x800");

        assertThat(desk.callsOf(redelivered(upload))).contains("PUT " + WEBP, "PUT " + PNG, "PUT " + SQUARE);

        desk.store().delete(Cancellation.never(), MANIFEST);
        var better =
                RenditionSet.parse("[{\"name\": \"small\", \"width\": 320, \"formats\": [\"webp\"], \"quality\": 90}]");
        desk.job(better).run(Cancellation.never(), redelivered(upload));
        assertThat(desk.text(WEBP)).isEqualTo("320x213 webp 90");
    }

    @Test
    void a_look_that_fails_is_no_answer() throws Exception {
        var upload = desk.upload("1200x800");
        desk.run(upload);
        var place = new ObjectId("out", PNG);
        desk.store().breakAt("HEAD " + PNG, StoreProblem.Kind.UNAVAILABLE.of(place, "slow down"));

        assertThat(Desk.problem(desk.run(redelivered(upload))).code()).isEqualTo("UNAVAILABLE");
        desk.store().delete(Cancellation.never(), MANIFEST);
        assertThat(Desk.problem(desk.run(redelivered(upload))).code()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void whoever_loses_the_commit_to_the_same_content_makes_nothing_again() throws Exception {
        var upload = desk.upload("1200x800");
        var release = new java.util.concurrent.CountDownLatch(1);
        desk.store().holdAt("PUT " + SQUARE, release);
        var job = desk.job(SET);
        var both = List.of(
                desk.lanes().onNetwork(() -> uninterrupted(job, upload)),
                desk.lanes().onNetwork(() -> uninterrupted(job, upload)));
        org.awaitility.Awaitility.await()
                .until(() -> desk.store().calls().stream()
                                .filter(("PUT " + SQUARE)::equals)
                                .count()
                        == 2);

        release.countDown();

        assertThat(both.stream().map(renditions.batch.Lanes::await)).allMatch(Outcome.Done.class::isInstance);
        assertThat(desk.store().calls().stream().filter(call -> call.startsWith("PUT renditions")))
                .hasSize(6);
        assertThat(desk.store().calls()).noneMatch(call -> call.startsWith("HEAD"));
    }

    private static Outcome<renditions.catalog.Made> uninterrupted(ResizeJob job, Source upload) {
        try {
            return job.run(Cancellation.never(), upload);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
