package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.UPLOAD;
import static renditions.resize.Desk.redelivered;
import static renditions.resize.QuarantineTest.REPORT;
import static renditions.resize.QuarantineTest.put;

import java.lang.foreign.ValueLayout;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.catalog.Manifest;
import renditions.catalog.RenditionSet;
import renditions.catalog.Tombstone;
import renditions.image.Format;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;

/// What becomes of renditions that lie at the key of an upload in quarantine.
class QuarantineLeftoversTest {
    private static final String WEBP = "renditions/a b/c.jpg/small.webp";
    private static final String PNG = "renditions/a b/c.jpg/small.png";
    private static final String SQUARE = "renditions/a b/c.jpg/square.jpg";

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
    void the_renditions_of_a_replaced_upload_stay() throws Exception {
        desk.run(desk.upload("1200x800"));
        var before = desk.store().list("out");

        assertThat(desk.run(desk.upload("rubbish"))).isInstanceOf(Outcome.Quarantined.class);

        assertThat(desk.store().list("out")).containsAllEntriesOf(before).hasSize(before.size() + 1);
    }

    @Test
    void they_are_compared_and_committed_again_when_the_message_is_redelivered() throws Exception {
        var good = desk.upload("1200x800");
        desk.run(good);
        var manifest = (Manifest) desk.known();

        var calls = desk.callsOf(redelivered(desk.upload("rubbish")));

        assertThat(calls.subList(0, 3)).containsExactly("GET " + MANIFEST.key(), "GET " + UPLOAD.key(), put(REPORT));
        assertThat(calls.subList(3, 6)).containsExactlyInAnyOrder("HEAD " + WEBP, "HEAD " + PNG, "HEAD " + SQUARE);
        assertThat(calls.subList(6, calls.size())).containsExactly(put(MANIFEST.key()));
        assertThat(desk.known()).isEqualTo(manifest.again());
        assertThat(desk.known().sequencer()).isEqualTo(good.sequencer());
    }

    @Test
    void what_an_attempt_may_have_left_and_nobody_can_make_right_is_removed() throws Exception {
        desk.run(desk.upload("1200x800"));
        desk.store().add(new ObjectId("out", PNG), "320x320 png 80".getBytes(UTF_8));

        assertThat(desk.run(redelivered(desk.upload("rubbish")))).isInstanceOf(Outcome.Quarantined.class);

        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key(), REPORT);
        assertThat(desk.known()).isInstanceOf(Tombstone.class);
    }

    @Test
    void the_renditions_of_a_set_that_is_kept_stay_where_one_of_them_is_lost() throws Exception {
        desk.ignoreRemovals();
        desk.run(desk.upload("1200x800"));
        desk.store().delete(Cancellation.never(), new ObjectId("out", PNG));

        assertThat(desk.run(redelivered(desk.upload("rubbish")))).isInstanceOf(Outcome.Quarantined.class);

        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key(), WEBP, SQUARE, REPORT);
        assertThat(desk.kept()).containsExactly(WEBP, SQUARE);
        assertThat(((Manifest) desk.known()).srcset()).containsOnlyKeys(Format.WEBP);
    }

    @Test
    void what_a_manifest_of_other_settings_does_not_name_goes() throws Exception {
        var fewer = RenditionSet.parse("[{\"name\": \"small\", \"width\": 320, \"formats\": [\"webp\"]}]");
        desk.job(fewer).run(Cancellation.never(), desk.upload("1200x800"));
        desk.store().add(new ObjectId("out", PNG), new byte[1]);

        assertThat(desk.run(redelivered(desk.upload("rubbish")))).isInstanceOf(Outcome.Quarantined.class);

        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key(), WEBP, REPORT);
        assertThat(desk.known().revision()).isEqualTo(2);
    }

    @Test
    void an_interrupted_attempt_at_a_replaced_upload_leaves_nothing() throws Exception {
        var older = desk.upload("1200x800");
        desk.run(older);
        desk.store().delete(Cancellation.never(), MANIFEST);
        desk.upload("rubbish");

        assertThat(desk.run(redelivered(older))).isInstanceOf(Outcome.Quarantined.class);

        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key(), REPORT);
        assertThat(desk.known()).isInstanceOf(Tombstone.class);
    }

    @Test
    void an_attempt_that_stored_renditions_and_lost_its_commit_is_not_acknowledged_before_they_are_gone()
            throws Exception {
        desk.run(desk.upload("600x600"));
        var other = ((Manifest) desk.known()).again();
        var upload = desk.upload("1200x800");
        var storing = new CountDownLatch(1);
        desk.store().holdAt(put(SQUARE), storing);

        var item = desk.lanes().onNetwork(() -> desk.uninterrupted(Cancellation.never(), upload));
        Awaitility.await()
                .until(() -> desk.store().calls().stream()
                                .filter(put(SQUARE)::equals)
                                .count()
                        == 2);
        desk.store().add(MANIFEST, other.write().toArray(ValueLayout.JAVA_BYTE));
        desk.upload("rubbish");
        storing.countDown();

        assertThat(Lanes.await(item)).isInstanceOf(Outcome.Quarantined.class);
        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key(), REPORT);
        assertThat(desk.known()).isInstanceOf(Tombstone.class);
    }

    @Test
    void what_cannot_be_made_right_is_not_acknowledged() throws Exception {
        desk.run(desk.upload("1200x800"));
        var upload = desk.upload("rubbish");
        desk.store().breakAt("HEAD " + PNG, StoreProblem.Kind.UNAVAILABLE.of(new ObjectId("out", PNG), "slow down"));

        assertThat(Desk.problem(desk.run(redelivered(upload))).code()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void sets_of_the_versioned_layout_stay() throws Exception {
        desk.keepOldSets();
        desk.run(desk.upload("1200x800"));
        var before = desk.store().list("out").keySet();

        assertThat(desk.run(redelivered(desk.upload("rubbish")))).isInstanceOf(Outcome.Quarantined.class);

        assertThat(desk.store().list("out"))
                .containsKeys(before.toArray(String[]::new))
                .containsKey(REPORT);
        assertThat(desk.known()).isInstanceOf(Manifest.class);
    }

    @Test
    void what_is_left_of_a_set_of_the_versioned_layout_is_named_where_it_is_to_be_kept() throws Exception {
        desk.keepOldSets();
        desk.ignoreRemovals();
        desk.run(desk.upload("1200x800"));
        var lost = desk.kept().getFirst();
        desk.store().delete(Cancellation.never(), new ObjectId("out", lost));

        assertThat(desk.run(redelivered(desk.upload("rubbish")))).isInstanceOf(Outcome.Quarantined.class);

        assertThat(desk.kept()).hasSize(2).doesNotContain(lost);
    }
}
