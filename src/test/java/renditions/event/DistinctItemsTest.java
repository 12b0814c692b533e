package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import renditions.store.ObjectId;
import renditions.testing.FakeInvocation;

final class DistinctItemsTest {
    private static final Entry IGNORED = new Entry.Ignored("for a test");

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
        assertThat(distinct.spread(List.of("a", "ignored", "b"))).containsExactly("a", "ignored", "a", "b");
    }

    @Test
    void another_content_and_another_group_are_items_of_their_own() {
        var distinct = items(
                new Delivery("first", 1, "g", List.of(upload("a", "1"), upload("a", "2"), upload("a", null))),
                new Delivery("second", 1, "h", List.of(upload("a", "1"))));

        assertThat(distinct.items()).hasSize(4);
        assertThat(distinct.places()).containsExactly(0, 1, 2, 3);
    }

    private static DistinctItems items(Delivery... deliveries) {
        return DistinctItems.of(FakeInvocation.of(List.of(deliveries)));
    }

    private static Upload upload(String key, @Nullable String etag) {
        return new Upload(new ObjectId("in", key), etag, OptionalLong.empty());
    }

    private static Upload sized(Upload upload) {
        return new Upload(upload.object(), upload.etag(), OptionalLong.of(7));
    }
}
