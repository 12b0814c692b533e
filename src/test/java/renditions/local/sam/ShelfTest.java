package renditions.local.sam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import renditions.event.InvocationReader;
import renditions.event.SqsBatch;
import renditions.testing.Events;

/// The list of renditions, as people see it.
final class ShelfTest {
    @Test
    void every_upload_has_its_own_renditions_and_no_others() {
        var shelf = shelf(Map.of(
                "renditions/a/b.jpg/s.jpg", 12_400L,
                "renditions/a/b.jpg/l.webp", 842L,
                "renditions/a/b.jpg/more.jpg/s.jpg", 1L,
                "renditions/a/b.jpg.png/s.jpg", 1L));

        assertThat(shelf.lines(batch("a/b.jpg", "a/c.jpg"), true))
                .containsExactly("a/b.jpg: 2 renditions", "  l.webp 842 B, s.jpg 12.4 KB", "a/c.jpg: no renditions");
    }

    @Test
    void an_upload_that_comes_twice_is_told_once_and_a_hostile_name_is_harmless() {
        assertThat(shelf(Map.of()).lines(batch("%1B%5B2J", "%1B%5B2J"), true))
                .containsExactly("<U+001B>[2J: no renditions");
    }

    private static Shelf shelf(Map<String, Long> sizes) {
        return new Shelf(new TreeMap<>(sizes));
    }

    private static SqsBatch batch(String... encodedKeys) {
        var bodies = List.of(encodedKeys).stream().map(Events::created).toList();
        var event = new String(Events.sqs(bodies), StandardCharsets.UTF_8);
        return switch (new InvocationReader().read(event.getBytes(StandardCharsets.UTF_8))) {
            case SqsBatch batch -> batch;
        };
    }
}
