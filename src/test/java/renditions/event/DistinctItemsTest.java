package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Reason;
import renditions.batch.Severity;
import renditions.store.ObjectId;
import renditions.testing.FakeSource;

final class DistinctItemsTest {
    private static final Entry IGNORED = new Entry.Ignored("for a test");
    private static final Outcome<?> FAILED = new Outcome.Failed<>(Problem.of("CORRUPT", "damaged", Severity.PERMANENT));

    @Test
    void an_upload_that_is_delivered_twice_is_one_item_of_the_first_delivery() {
        var distinct = items(
                new Delivery("first", 2, "", List.of(upload("a", "1"), IGNORED)),
                new Delivery("second", 1, "", List.of(sized(upload("a", "1")), upload("b", "1"))));

        assertThat(distinct.items())
                .containsExactly(
                        new Item("first", 2, "", upload("a", "1")),
                        new Item("first", 2, "", IGNORED),
                        new Item("second", 1, "", upload("b", "1")));
        assertThat(distinct.spread(List.of(done("a"), FAILED, done("b"))))
                .isEqualTo(List.of(done("a"), FAILED, done("a"), done("b")));
    }

    @Test
    void an_upload_that_is_twice_in_a_delivery_is_one_item() {
        var distinct = items(new Delivery("only", 1, "", List.of(upload("a", "1"), upload("a", "1"))));

        assertThat(distinct.items()).hasSize(1);
        assertThat(distinct.places()).containsExactly(0, 0);
    }

    @Test
    void where_the_order_counts_nothing_is_acknowledged_behind_a_delivery_of_its_group_that_is_not() {
        var a = upload("a", "1");
        var deliveries = List.of(
                new Delivery("first", 1, "g", List.of(a)),
                new Delivery("other", 1, "h", List.of(a)),
                new Delivery("second", 1, "g", List.of(a, IGNORED)),
                new Delivery("third", 1, "g", List.of(a)),
                new Delivery("another", 1, "h", List.of(a)));
        var outcomes = List.of(done("a"), done("a of h"), FAILED);
        var behind = new Outcome.NotStarted<>(new Reason.Behind(2));

        var ordered = FakeSource.invocation(Invocation.Order.IN_GROUPS, deliveries);
        assertThat(DistinctItems.of(ordered).spread(outcomes))
                .isEqualTo(List.of(done("a"), done("a of h"), done("a"), FAILED, behind, done("a of h")));

        var independent = FakeSource.independent(deliveries);
        assertThat(DistinctItems.of(independent).spread(outcomes))
                .isEqualTo(List.of(done("a"), done("a of h"), done("a"), FAILED, done("a"), done("a of h")));
    }

    @Test
    void an_outcome_behind_a_failure_of_its_group_stays_if_it_is_not_acknowledged() {
        var ordered = FakeSource.invocation(
                Invocation.Order.IN_GROUPS,
                List.of(
                        new Delivery("first", 1, "g", List.of(IGNORED)),
                        new Delivery("second", 1, "g", List.of(upload("a", "1"))),
                        new Delivery("third", 1, "g", List.of(IGNORED))));
        var late = new Outcome.NotFinished<>(new Reason.AnswerDue());

        assertThat(DistinctItems.of(ordered).spread(List.of(FAILED, late))).isEqualTo(List.of(FAILED, late, FAILED));
    }

    @Test
    void another_content_and_another_group_are_items_of_their_own() {
        var distinct = items(
                new Delivery("first", 1, "g", List.of(upload("a", "1"), upload("a", "2"), upload("a", null))),
                new Delivery("second", 1, "h", List.of(upload("a", "1"))));

        assertThat(distinct.items()).hasSize(4);
        assertThat(distinct.places()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void the_same_content_uploaded_again_is_an_item_of_its_own() {
        var distinct = items(
                new Delivery("first", 1, "", List.of(upload("a", "1", "0A"))),
                new Delivery("second", 1, "", List.of(upload("a", "1", "0C"), upload("a", "1", null))),
                new Delivery("third", 1, "", List.of(upload("a", "1", "0A"))));

        assertThat(distinct.items())
                .extracting(Item::entry)
                .containsExactly(upload("a", "1", "0A"), upload("a", "1", "0C"), upload("a", "1", null));
        assertThat(distinct.places()).containsExactly(0, 1, 2, 0);
    }

    @Test
    void an_upload_and_a_removal_of_one_key_are_two_items_and_a_removal_twice_is_one() {
        var removal = new Removal(new ObjectId("in", "a"), "0B");
        var distinct = items(
                new Delivery("first", 1, "", List.of(upload("a", null, "0B"), removal)),
                new Delivery("second", 1, "", List.of(removal, new Removal(removal.object(), "0D"))));

        assertThat(distinct.places()).containsExactly(0, 1, 1, 2);
    }

    @Test
    void an_item_was_received_as_often_as_the_delivery_that_was_received_most() {
        var distinct = items(
                new Delivery("first", 1, "", List.of(upload("a", "1"), IGNORED)),
                new Delivery("second", 3, "", List.of(upload("a", "1"))),
                new Delivery("third", 2, "", List.of(upload("a", "1"))));

        assertThat(distinct.items())
                .containsExactly(new Item("first", 3, "", upload("a", "1")), new Item("first", 1, "", IGNORED));
    }

    private static Outcome<?> done(String what) {
        return new Outcome.Done<>(what);
    }

    private static DistinctItems items(Delivery... deliveries) {
        return DistinctItems.of(FakeSource.independent(List.of(deliveries)));
    }

    private static Upload upload(String key, @Nullable String etag) {
        return upload(key, etag, null);
    }

    private static Upload upload(String key, @Nullable String etag, @Nullable String sequencer) {
        return new Upload(new ObjectId("in", key), etag, OptionalLong.empty(), sequencer);
    }

    private static Upload sized(Upload upload) {
        return new Upload(upload.object(), upload.etag(), OptionalLong.of(7), upload.sequencer());
    }
}
