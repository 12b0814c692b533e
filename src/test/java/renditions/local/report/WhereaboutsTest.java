package renditions.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WhereaboutsTest {
    private static final Whereabouts WHEREABOUTS = new Whereabouts(new Terminal(false, false, true));
    private static final Journey.Stop STOP = new Journey.Stop(Duration.ZERO, Duration.ZERO, ItemStatus.FAILED);

    @Test
    void every_dead_letter_is_named_with_how_often_it_was_received() {
        assertThat(lines(item("a", Place.DELETED), item("b\u001B[2J", Place.DEAD_LETTERS), item("c", Place.NOWHERE)))
                .containsExactly(
                        "deleted from the queue: 1 message",
                        "in the dead-letter queue: 1 message",
                        "  b<U+001B>[2J, received 2 times");
    }

    @Test
    void of_many_dead_letters_the_first_are_named_and_the_others_counted() {
        var items = IntStream.range(0, 13)
                .mapToObj(i -> item("k" + i, Place.DEAD_LETTERS))
                .toArray(RunItem[]::new);
        assertThat(lines(items))
                .hasSize(13)
                .contains("deleted from the queue: no messages", "  k9, received 2 times")
                .endsWith("  and 3 more, see the contact sheet");
    }

    private static List<String> lines(RunItem... items) {
        return WHEREABOUTS.lines(new Run("run", "upload", List.of(items), Duration.ZERO, List.of(), "engine"));
    }

    private static RunItem item(String key, Place place) {
        return SampleItems.item(key, ItemStatus.FAILED, "", "", new Journey(List.of(STOP, STOP), place));
    }
}
