package renditions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The order of S3's listings.
final class KeyOrderTest {
    @Test
    void keys_are_ordered_by_their_bytes_in_utf_8_and_not_as_java_orders_texts() {
        var keys = List.of("", "A", "a", "a-", "a.", "a/", "a/b", "aa", "\u00E9", "\uFF01", "\uD83C\uDF41");

        assertThat(keys.reversed().stream().sorted(KeyOrder.UTF_8_BYTES)).containsExactlyElementsOf(keys);
        assertThat(keys.reversed().stream().sorted()).isNotEqualTo(keys);
    }
}
