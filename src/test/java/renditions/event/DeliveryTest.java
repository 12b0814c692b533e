package renditions.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    private static final List<Entry> ENTRIES = List.of(new Entry.Ignored("for a test"));

    @Test
    void a_delivery_that_could_not_be_answered_cannot_be() {
        assertRefused("", 1, ENTRIES);
        assertRefused("m", -1, ENTRIES);
        assertRefused("m", 1, List.of());
    }

    private static void assertRefused(String id, int receiveCount, List<Entry> entries) {
        assertThatThrownBy(() -> new Delivery(id, receiveCount, "", entries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + id + "', " + receiveCount);
    }
}
