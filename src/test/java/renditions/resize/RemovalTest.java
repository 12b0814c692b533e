package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.redelivered;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Manifest;
import renditions.catalog.Source;
import renditions.catalog.Tombstone;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;

/// What becomes of the renditions of an upload that is removed.
class RemovalTest {
    private static final String WEBP = "renditions/a b/c.jpg/small.webp";
    private static final String PNG = "renditions/a b/c.jpg/small.png";
    private static final String SQUARE = "renditions/a b/c.jpg/square.jpg";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void the_renditions_of_a_removed_upload_go_and_a_tombstone_says_so() throws Exception {
        desk.run(desk.upload("1200x800"));
        var removal = desk.removeUpload();

        assertThat(desk.remove(removal)).isEqualTo(new Outcome.Skipped<>("gone: its renditions were removed"));
        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key());
        assertThat(desk.known()).isEqualTo(new Tombstone(2, removal.sequencer()));
    }

    @Test
    void a_removal_that_comes_again_is_up_to_date() throws Exception {
        desk.run(desk.upload("1200x800"));
        var removal = desk.removeUpload();
        desk.remove(removal);
        int before = desk.store().calls().size();

        assertThat(desk.remove(removal)).isEqualTo(new Outcome.Skipped<>("its renditions are up to date"));
        assertThat(desk.store().calls()).hasSize(before + 1);
    }

    @Test
    void an_upload_from_before_the_removal_makes_nothing_any_more() throws Exception {
        var upload = desk.upload("1200x800");
        assertThat(desk.remove(desk.removeUpload())).isEqualTo(new Outcome.Skipped<>("gone: it had no manifest"));

        assertThat(desk.callsOf(upload)).containsExactly("GET manifests/a b/c.jpg");
        assertThat(desk.run(upload)).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void what_an_interrupted_attempt_left_after_the_removal_goes_with_its_redelivery() throws Exception {
        var upload = desk.upload("1200x800");
        var removal = desk.removeUpload();
        desk.remove(removal);
        var left = desk.store().add(new ObjectId("out", PNG), new byte[1]);

        assertThat(desk.run(redelivered(upload))).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().list("out")).doesNotContainKey(left.key());
        assertThat(desk.known()).isEqualTo(new Tombstone(2, removal.sequencer()));
    }

    @Test
    void what_an_interrupted_attempt_left_goes_also_where_no_removal_was_seen() throws Exception {
        var upload = desk.upload("1200x800");
        desk.removeUpload();
        desk.store().add(new ObjectId("out", PNG), new byte[1]);

        assertThat(desk.run(redelivered(upload))).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key());
    }

    @Test
    void nothing_outside_the_folder_of_the_upload_is_removed_whatever_the_manifest_names() throws Exception {
        desk.run(desk.upload("1200x800"));
        var victim = new ObjectId("out", "renditions/other.jpg/small.png");
        desk.store().add(victim, new byte[1]);
        var forged = desk.text(MANIFEST.key()).replace(PNG, victim.key());
        desk.store().add(MANIFEST, forged.getBytes(UTF_8));

        desk.remove(desk.removeUpload());

        assertThat(desk.known()).isInstanceOf(Tombstone.class);
        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key(), victim.key());
    }

    @Test
    void an_upload_after_the_removal_has_its_renditions() throws Exception {
        desk.run(desk.upload("1200x800"));
        var removal = desk.removeUpload();
        desk.remove(removal);

        assertThat(desk.run(desk.upload("1200x800"))).isInstanceOf(Outcome.Done.class);
        assertThat(desk.known()).isInstanceOf(Manifest.class);
        assertThat(desk.remove(removal)).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().list("out")).hasSize(4);
    }

    @Test
    void nothing_is_removed_while_there_is_an_upload() throws Exception {
        desk.run(desk.upload("1200x800"));
        var removal = desk.removeUpload();
        desk.upload("1200x800");

        assertThat(desk.remove(removal)).isEqualTo(new Outcome.Skipped<>("superseded: there is an upload at this key"));
        assertThat(desk.store().list("out")).hasSize(4);
    }

    @Test
    void a_redelivered_removal_sees_to_the_upload_that_is_there() throws Exception {
        desk.run(desk.upload("1200x800"));
        var removal = desk.removeUpload();
        desk.upload("600x600");
        desk.store().delete(Cancellation.never(), new ObjectId("out", PNG));

        assertThat(desk.remove(redelivered(removal))).isInstanceOf(Outcome.Done.class);
        assertThat(desk.text(PNG)).isEqualTo("320x320 png 80");
    }

    @Test
    void a_rendition_that_cannot_be_removed_leaves_no_tombstone() throws Exception {
        desk.run(desk.upload("1200x800"));
        var place = new ObjectId("out", PNG);
        desk.store().breakAt("DELETE " + place.key(), StoreProblem.Kind.UNAVAILABLE.of(place, "slow down"));

        assertThat(Desk.problem(desk.remove(desk.removeUpload())).code()).isEqualTo("UNAVAILABLE");
        assertThat(desk.known()).isInstanceOf(Manifest.class);
    }

    @Test
    void renditions_stay_where_the_settings_say_so() throws Exception {
        desk.ignoreRemovals();
        var upload = desk.upload("1200x800");
        desk.run(upload);
        var removal = desk.removeUpload();

        assertThat(desk.remove(removal)).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.run(redelivered(upload))).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().list("out")).hasSize(4);
    }

    @Test
    void what_an_interrupted_attempt_left_over_kept_renditions_goes_and_the_others_stay() throws Exception {
        desk.ignoreRemovals();
        var older = desk.upload("1200x800");
        desk.run(desk.upload("600x600"));
        desk.store().add(new ObjectId("out", PNG), new byte[1]);
        desk.removeUpload();

        assertThat(desk.run(redelivered(older))).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key(), WEBP, SQUARE);
        assertThat(desk.kept()).containsExactly(WEBP, SQUARE);
        assertThat(desk.known().revision()).isEqualTo(2);
        assertThat(desk.run(redelivered(older))).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.kept()).containsExactly(WEBP, SQUARE);
    }

    @Test
    void kept_renditions_of_which_some_are_lost_are_made_whole_when_the_upload_comes_back() throws Exception {
        desk.ignoreRemovals();
        var upload = desk.upload("600x600");
        desk.run(upload);
        desk.store().delete(Cancellation.never(), new ObjectId("out", PNG));
        desk.removeUpload();
        desk.run(redelivered(upload));
        assertThat(desk.kept()).containsExactly(WEBP, SQUARE);

        assertThat(desk.run(desk.upload("600x600"))).isInstanceOf(Outcome.Done.class);
        assertThat(desk.kept()).containsExactly(WEBP, PNG, SQUARE);
    }

    @Test
    void a_tombstone_is_written_where_nothing_of_kept_renditions_is_left() throws Exception {
        desk.ignoreRemovals();
        var upload = desk.upload("600x600");
        desk.run(upload);
        for (var key : List.of(WEBP, PNG, SQUARE)) {
            desk.store().add(new ObjectId("out", key), new byte[1]);
        }
        desk.removeUpload();

        assertThat(desk.run(redelivered(upload))).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key());
        assertThat(desk.known()).isInstanceOf(Tombstone.class);
    }

    @Test
    void the_removal_of_an_upload_whose_key_was_too_long_is_skipped() throws Exception {
        var longest = new Source(new ObjectId("in", "é".repeat(502)), null);

        assertThat(desk.remove(longest)).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().calls()).isEmpty();
    }

    @Test
    void sets_that_are_never_overwritten_stay_for_readers_of_an_earlier_manifest() throws Exception {
        desk.keepOldSets();
        desk.run(desk.upload("1200x800"));
        desk.run(desk.upload("600x600"));
        assertThat(desk.store().list("out")).hasSize(7);

        assertThat(desk.remove(desk.removeUpload())).isEqualTo(new Outcome.Skipped<>("gone: its manifest was removed"));
        assertThat(desk.store().list("out")).hasSize(7);
        assertThat(desk.known()).isInstanceOf(Tombstone.class);
    }
}
