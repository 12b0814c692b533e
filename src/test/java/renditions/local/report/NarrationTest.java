package renditions.local.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NarrationTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    /// Both go to one screen, so a line for a receive must not break into the progress.
    @Test
    void lines_wait_until_every_upload_had_its_turn_and_then_come_at_once() {
        var out = new PrintStream(screen, true, UTF_8);
        try (var narration = new Narration(2, out, out, new Terminal(false, false, true))) {
            narration.settled("a");
            narration.received(receive(1, "", 0));
            assertThat(screen()).isEqualTo("1 of 2 uploads, last a\n");

            narration.settled("b");
            narration.received(receive(2, "it threw \u001B[2J", 1));
            assertThat(screen()).isEqualTo("""
                    1 of 2 uploads, last a
                    2 of 2 uploads, last b
                    receive 1 at 1.5 s: 1 message, answered in 500 ms, 1 not acknowledged
                    receive 2 at 1.5 s: 1 message, it threw <U+001B>[2J, after 500 ms, 1 deleted
                    """);
            narration.received(receive(3, "", 1));
            assertThat(screen()).endsWith("receive 3 at 1.5 s: 1 message, answered in 500 ms, 1 deleted\n");
        }
        assertThat(screen().lines()).hasSize(5);
    }

    @Test
    void what_waits_is_told_at_the_end_even_if_an_upload_never_had_its_turn() {
        var out = new PrintStream(screen, true, UTF_8);
        try (var narration = new Narration(2, out, out, new Terminal(false, false, true))) {
            narration.received(receive(1, "", 1));
            assertThat(screen()).isEmpty();
        }
        assertThat(screen()).startsWith("receive 1 at");
    }

    private String screen() {
        return screen.toString(UTF_8);
    }

    private static RunReceive receive(int number, String flaw, int deleted) {
        var left = deleted == 0 ? List.of(0) : List.<Integer>of();
        return new RunReceive(number, Duration.ofMillis(1500), Duration.ofSeconds(2), 1, left, "{}", flaw);
    }
}
