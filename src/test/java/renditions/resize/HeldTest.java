package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void what_is_kept_is_closed_at_the_end_the_newest_first() {
        try (var held = new Held()) {
            held.keep(() -> closed.add("permit"));
            held.keep(() -> closed.add("upload"));
            assertThat(closed).isEmpty();
        }
        assertThat(closed).containsExactly("upload", "permit");
    }

    @Test
    void what_is_given_back_is_closed_at_once_and_once() {
        try (var held = new Held()) {
            AutoCloseable upload = held.keep(() -> closed.add("upload"));
            held.keep(() -> closed.add("base"));

            held.giveBack(upload);
            held.giveBack(upload);

            assertThat(closed).containsExactly("upload");
        }
        assertThat(closed).containsExactly("upload", "base");
    }

    @Test
    void what_cannot_be_closed_keeps_nothing_else_open() {
        var broken = new IllegalStateException("for the test");

        assertThatThrownBy(() -> {
                    try (var held = new Held()) {
                        held.keep(() -> closed.add("permit"));
                        held.keep(() -> {
                            throw broken;
                        });
                    }
                })
                .isSameAs(broken);
        assertThat(closed).containsExactly("permit");
    }
}
