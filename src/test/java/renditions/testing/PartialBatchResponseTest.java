package renditions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The table of the Lambda developer guide, row by row.
final class PartialBatchResponseTest {
    private static final List<String> BATCH = List.of("a", "b", "c");

    @ParameterizedTest
    @ValueSource(strings = {"{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}", "{}", "null"})
    void complete_success_deletes_all(String response) {
        assertThat(deleted(response)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[",
                "not JSON",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"foo\":\"a\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"unknown\"}]}"
            })
    void complete_failure_deletes_nothing(String response) {
        assertThat(deleted(response)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"b\"}]}"
            })
    void partial_failure_keeps_what_is_listed(String response) {
        assertThat(deleted(response)).containsExactlyInAnyOrder("a", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "7", "{\"batchItemFailures\":{}}", "{\"batchItemFailures\":\"a\"}"})
    void what_the_guide_says_nothing_of_deletes_nothing(String response) {
        assertThat(deleted(response)).isEmpty();
    }

    private static Set<String> deleted(String response) {
        return PartialBatchResponse.deleted(BATCH, response.getBytes(UTF_8));
    }
}
