package renditions.local.sam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import renditions.event.Invocation;
import renditions.event.InvocationReader;
import renditions.testing.Events;

/// The list of renditions, in words for people.
final class RenditionListTest {
    @Test
    void every_upload_has_its_own_renditions_and_no_others() {
        var list = list(Map.of(
                "renditions/a/b.jpg/s.jpg", 12_400L,
                "renditions/a/b.jpg/l.webp", 842L,
                "renditions/a/b.jpg/more.jpg/s.jpg", 1L,
                "renditions/a/b.jpg.png/s.jpg", 1L));

        assertThat(list.lines(batch("a/b.jpg", "a/c.jpg"), true))
                .containsExactly("a/b.jpg: 2 renditions", "  l.webp 842 B, s.jpg 12.4 KB", "a/c.jpg: no renditions");
    }

    @Test
    void an_upload_that_is_delivered_twice_is_told_once_and_a_hostile_name_is_harmless() {
        assertThat(list(Map.of()).lines(batch("%1B%5B2J", "%1B%5B2J"), true))
                .containsExactly("<U+001B>[2J: no renditions");
    }

    private static RenditionList list(Map<String, Long> sizes) {
        return new RenditionList(new TreeMap<>(sizes));
    }

    private static Invocation batch(String... encodedKeys) {
        return new InvocationReader()
                .read(Events.sqs(
                        List.of(encodedKeys).stream().map(Events::created).toList()));
    }
}
