package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.NOW;
import static renditions.resize.Desk.redelivered;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.catalog.Manifest;
import renditions.catalog.Source;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.MemoryStore;

/// What becomes of the sets of earlier contents, in the layout that keeps them.
final class OldSetsTest {
    private static final Outcome.Skipped<?> RIGHT =
            new Outcome.Skipped<>("its renditions were looked at and are right");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(40));

    private final AtomicReference<Instant> clock = new AtomicReference<>(LONG_AGO);
    private final Desk desk = Desk.of(new MemoryStore(clock::get));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void when_the_upload_is_verified_they_are_removed_and_the_manifest_is_written_again() throws Exception {
        var replaced = replace();
        var before = (Manifest) desk.known();

        assertThat(desk.run(redelivered(replaced))).isEqualTo(RIGHT);

        assertThat(renditions()).containsExactlyInAnyOrderElementsOf(desk.kept());
        assertThat(desk.known().revision()).isEqualTo(before.revision() + 1);
    }

    @Test
    void at_the_first_receive_nobody_looks_for_them() throws Exception {
        var replaced = replace();

        assertThat(desk.callsOf(replaced)).noneMatch(call -> call.startsWith("LIST"));
        assertThat(renditions()).hasSize(6);
    }

    @Test
    void before_the_grace_is_over_they_stay() throws Exception {
        clock.set(NOW.minus(OldSets.GRACE).plusSeconds(1));
        var replaced = replace();

        assertThat(desk.run(redelivered(replaced))).isEqualTo(RIGHT);
        assertThat(renditions()).hasSize(6);
    }

    @Test
    void while_their_successor_is_young_they_stay_for_somebody_may_read_the_earlier_manifest() throws Exception {
        desk.keepOldSets();
        desk.run(desk.upload("1200x800"));
        clock.set(NOW.minusSeconds(60));
        var replaced = desk.upload("60x40");
        desk.run(replaced);

        assertThat(desk.run(redelivered(replaced))).isEqualTo(RIGHT);
        assertThat(renditions()).hasSize(6);
    }

    @Test
    void what_belongs_to_an_upload_whose_key_goes_on_stays() throws Exception {
        var replaced = replace();
        var content = "0123456789abcdef".repeat(2);
        var other = "renditions/a b/c.jpg/" + content + "/" + content + "/small.png";
        desk.store().add(new ObjectId("out", other), "other".getBytes(UTF_8));

        assertThat(desk.run(redelivered(replaced))).isEqualTo(RIGHT);
        assertThat(renditions()).hasSize(4).contains(other);
    }

    @Test
    void where_addresses_never_change_nothing_is_listed() throws Exception {
        desk.run(desk.upload("1200x800"));
        var replaced = desk.upload("60x40");
        desk.run(replaced);

        assertThat(desk.callsOf(redelivered(replaced))).noneMatch(call -> call.startsWith("LIST"));
    }

    @Test
    void a_listing_that_fails_leaves_the_message_to_be_redelivered() throws Exception {
        var replaced = replace();
        var place = new ObjectId("out", "renditions/a b/c.jpg/*");
        desk.store().breakAt("LIST " + place.key(), StoreProblem.Kind.UNAVAILABLE.of(place, "busy"));

        assertThat(desk.run(redelivered(replaced))).isInstanceOf(Outcome.Failed.class);
        assertThat(renditions()).hasSize(6);
    }

    /// The set is stored again after it was listed and before it is removed, and committed before this attempt
    /// commits.
    @Test
    void a_set_whose_content_is_back_meanwhile_is_whole_in_the_end() throws Exception {
        var replaced = replace();
        var old =
                renditions().stream().filter(key -> !desk.kept().contains(key)).toList();
        var removal = new CountDownLatch(1);
        old.forEach(key -> desk.store().holdAt("DELETE " + key, removal));

        var verifying = desk.lanes().onNetwork(() -> desk.uninterrupted(Cancellation.never(), redelivered(replaced)));
        Awaitility.await().until(() -> desk.store().calls().containsAll(deletions(old)));
        assertThat(desk.run(desk.upload("1200x800"))).isInstanceOf(Outcome.Done.class);
        removal.countDown();
        Lanes.await(verifying);

        assertThat(desk.kept()).containsExactlyInAnyOrderElementsOf(old);
        assertThat(renditions()).containsAll(old);
    }

    private static List<String> deletions(List<String> keys) {
        return keys.stream().map(key -> "DELETE " + key).toList();
    }

    /// Makes the renditions of two contents, one after the other.
    ///
    /// @return the event of the second
    private Source replace() throws InterruptedException {
        desk.keepOldSets();
        desk.run(desk.upload("1200x800"));
        var replaced = desk.upload("60x40");
        desk.run(replaced);
        assertThat(renditions()).hasSize(6);
        return replaced;
    }

    private List<String> renditions() {
        return desk.store().list("out").keySet().stream()
                .filter(key -> key.startsWith("renditions/"))
                .toList();
    }
}
