package renditions.local.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {
    @Test
    void a_terminal_has_it_all() {
        assertThat(Terminal.of(true, Map.of("TERM", "xterm"), UTF_8)).isEqualTo(new Terminal(true, true, true));
    }

    @Test
    void no_terminal_has_no_colours() {
        assertThat(Terminal.of(false, Map.of(), UTF_8)).isEqualTo(new Terminal(false, false, true));
    }

    @Test
    void no_color_switches_colours_off_unless_it_is_empty() {
        assertThat(Terminal.of(true, Map.of("NO_COLOR", "1"), UTF_8)).isEqualTo(new Terminal(true, false, true));
        assertThat(Terminal.of(true, Map.of("NO_COLOR", ""), UTF_8).colours()).isTrue();
    }

    @Test
    void a_dumb_terminal_is_none() {
        assertThat(Terminal.of(true, Map.of("TERM", "dumb"), UTF_8)).isEqualTo(new Terminal(false, false, true));
    }

    @Test
    void ascii_shows_no_unicode() {
        assertThat(Terminal.of(true, Map.of(), US_ASCII).unicode()).isFalse();
    }
}
