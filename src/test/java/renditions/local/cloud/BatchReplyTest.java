package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.PartialBatchResponse;

/// The table of the Lambda developer guide, and the cases that it leaves open.
final class BatchReplyTest {
    private static final List<String> BATCH = List.of("a", "b", "c");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[",
                "nonsense",
                "{} {}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":7}]}",
                "{\"batchItemFailures\":[{\"foo\":\"a\"}]}",
                "{\"batchItemFailures\":[\"a\"]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"unknown\"}]}"
            })
    void a_reply_that_AWS_does_not_take_fails_the_whole_batch(String reply) {
        assertThat(read(reply).acknowledged()).isEmpty();
        assertThat(read(reply).flaw()).startsWith("the reply ");
        assertThat(PartialBatchResponse.deleted(BATCH, reply.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hello\"", "[]", "7", "{\"batchItemFailures\":{}}", "{\"batchItemFailures\":\"a\"}"})
    void where_AWS_says_nothing_nothing_is_deleted(String reply) {
        assertThat(read(reply).acknowledged()).isEmpty();
        assertThat(read(reply).flaw()).isEqualTo("the reply has no list batchItemFailures");
        assertThat(PartialBatchResponse.deleted(BATCH, reply.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void bytes_that_are_no_text_fail_the_whole_batch() {
        assertThat(BatchReply.read(BATCH, new byte[] {'{', (byte) 0xFF, '}'}))
                .isEqualTo(BatchReply.none("the reply is not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}", "{}", "null", ""})
    void no_failures_delete_all(String reply) {
        agrees(reply, "a b c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"b|a c", "b b|a c", "c a|b", "a b c|''"})
    void what_is_listed_stays(String listed, String deleted) {
        var items = List.of(listed.split(" ")).stream()
                .map("{\"itemIdentifier\":\"%s\"}"::formatted)
                .toList();
        agrees("{\"batchItemFailures\":[" + String.join(",", items) + "]}", deleted);
    }

    private static void agrees(String reply, String deleted) {
        assertThat(read(reply).flaw()).isEmpty();
        assertThat(String.join(" ", read(reply).acknowledged())).isEqualTo(deleted);
        assertThat(PartialBatchResponse.deleted(BATCH, reply.getBytes(UTF_8)))
                .isEqualTo(read(reply).acknowledged());
    }

    private static BatchReply read(String reply) {
        return BatchReply.read(BATCH, reply.getBytes(UTF_8));
    }
}
