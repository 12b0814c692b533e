package renditions.local.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final Terminal SCREEN = new Terminal(true, true, true);
    private static final Terminal FILE = new Terminal(false, false, false);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void without_a_screen_few_items_have_a_line_each() {
        show(5, FILE, "a.jpg", "b.jpg");
        assertThat(text()).isEqualToNormalizingNewlines("1 of 5 uploads, last a.jpg\n2 of 5 uploads, last b.jpg\n");
    }

    @Test
    void without_a_screen_many_items_have_ten_lines() {
        show(
                1000,
                FILE,
                IntStream.rangeClosed(1, 1000).mapToObj(i -> i + ".jpg").toArray(String[]::new));
        assertThat(text().lines()).hasSize(10).first().isEqualTo("100 of 1,000 uploads, last 100.jpg");
        assertThat(text().lines()).last().isEqualTo("1,000 of 1,000 uploads, last 1000.jpg");
    }

    @Test
    void on_a_screen_one_line_is_drawn_over_and_ends_full() {
        show(2, SCREEN, "a.jpg", "b.jpg");
        assertThat(text()).startsWith("\r").containsOnlyOnce("\n").endsWith("\n");
        assertThat(text().substring(text().lastIndexOf('\r'))).contains("2/2").contains("b.jpg");
    }

    @Test
    void hostile_names_are_harmless_in_both() {
        show(1, SCREEN, "a\u001B[2J\nb");
        show(1, FILE, "a\u001B[2J\nb");
        assertThat(text()).doesNotContain("\u001B[2J").doesNotContain("\nb").contains("a<U+001B>[2J<U+000A>b");
    }

    @Test
    void of_many_threads_at_once_every_item_is_counted() {
        int each = 1_000_000;
        var together = new Phaser(4);
        try (var progress = Progress.of(4 * each, "upload", new PrintStream(written, true, UTF_8), FILE);
                var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> {
                    together.arriveAndAwaitAdvance();
                    IntStream.range(0, each).forEach(item -> progress.settled("x"));
                });
            }
        }
        assertThat(text().lines()).hasSize(10).last().isEqualTo("4,000,000 of 4,000,000 uploads, last x");
    }

    private void show(int items, Terminal terminal, String... names) {
        try (var progress = Progress.of(items, "upload", new PrintStream(written, true, UTF_8), terminal)) {
            for (var name : names) {
                progress.settled(name);
            }
        }
    }

    private String text() {
        return written.toString(UTF_8);
    }
}
