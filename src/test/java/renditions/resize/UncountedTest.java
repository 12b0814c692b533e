package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.UPLOAD;

import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Source;
import renditions.image.ImageProblem.Kind;
import renditions.store.ObjectId;
import renditions.testing.PaperImages;

/// Events that nobody counts, and tasks, which name no content either.
class UncountedTest {
    private static final String LOOK_UP = "GET manifests/a b/c.jpg";
    private static final String COMMIT = "PUT manifests/a b/c.jpg";
    private static final String CONTENT = "HEAD a b/c.jpg";
    private static final String DOWNLOAD = "GET a b/c.jpg";
    private static final Source TASK = new Source(UPLOAD, null, OptionalLong.empty(), null, 0);

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_first_upload_costs_a_look_for_each_rendition_more() throws Exception {
        var calls = desk.callsOf(uncounted(desk.upload("1200x800")));

        assertThat(calls).startsWith(LOOK_UP, DOWNLOAD).endsWith(COMMIT);
        assertThat(calls).filteredOn(call -> call.startsWith("HEAD ")).hasSize(3);
        assertThat(calls).filteredOn(call -> call.startsWith("PUT renditions/")).hasSize(3);
    }

    @Test
    void an_event_is_acknowledged_as_older_only_after_a_look_at_what_lies_there() throws Exception {
        var older = desk.upload("600x600");
        desk.run(desk.upload("1200x800"));
        var webp = new ObjectId("out", "renditions/a b/c.jpg/small.webp");
        var right = desk.text(webp.key());
        desk.store().add(webp, "what an attempt at the older one left".getBytes(UTF_8));

        assertThat(desk.run(uncounted(older))).isInstanceOf(Outcome.Done.class);
        assertThat(desk.text(webp.key())).isEqualTo(right);
    }

    @Test
    void the_content_of_a_task_is_what_is_there_and_is_not_made_again() throws Exception {
        desk.store().add(UPLOAD, "1200x800".getBytes(UTF_8));
        assertThat(desk.run(TASK)).as("not rendered yet").isInstanceOf(Outcome.Done.class);

        var calls = desk.callsOf(TASK);

        assertThat(calls).startsWith(LOOK_UP, CONTENT).endsWith(COMMIT).doesNotContain(DOWNLOAD);
        assertThat(desk.run(TASK)).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_task_about_content_that_was_replaced_since_makes_the_new_one() throws Exception {
        desk.run(desk.upload("1200x800"));
        var newer = desk.upload("600x600");

        assertThat(desk.run(TASK)).isInstanceOf(Outcome.Done.class);
        assertThat(desk.run(newer)).as("its own event").isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_task_about_what_is_gone_removes_what_is_left() throws Exception {
        desk.run(desk.upload("1200x800"));
        desk.removeUpload();

        assertThat(desk.run(TASK)).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().list("out").keySet()).containsExactly("manifests/a b/c.jpg");
        assertThat(desk.run(TASK)).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void an_empty_object_that_stands_for_a_folder_is_skipped_where_no_event_has_said_its_size() throws Exception {
        var folder = new ObjectId("in", "photos/");
        desk.store().add(folder, new byte[0]);
        var task = new Source(folder, null, OptionalLong.empty(), null, 0);

        assertThat(desk.run(task))
                .isEqualTo(new Outcome.Skipped<>("it stands for a folder, as the S3 console makes them"));
        desk.store().add(folder, "1200x800".getBytes(UTF_8));
        assertThat(desk.run(task)).as("a picture all the same").isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_version_in_a_task_never_covers_the_newest() throws Exception {
        try (var versions = Desk.versioned()) {
            versions.store().add(UPLOAD, "600x600".getBytes(UTF_8));
            versions.store().add(UPLOAD, "1200x800".getBytes(UTF_8));
            var old = new ObjectId(UPLOAD.bucket(), UPLOAD.key(), "1");

            var made = versions.run(new Source(old, null, OptionalLong.empty(), null, 0));

            assertThat(made)
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.toString()).contains("size=1200x800"));
        }
    }

    @Test
    void nobodys_picture_is_a_suspect() throws Exception {
        var suspects = new PaperImages();
        suspects.breakDecoding(Kind.CRASHED.because("for the test"));

        assertThat(SuspectsTest.job(desk, suspects).run(Cancellation.never(), uncounted(desk.upload("1200x800"))))
                .isInstanceOf(Outcome.Done.class);
    }

    private static Source uncounted(Source event) {
        return new Source(event.object(), event.etag(), event.size(), event.sequencer(), 0);
    }
}
