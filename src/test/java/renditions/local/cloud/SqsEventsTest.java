package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SqsEventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void each_message_carries_the_notification_of_its_object() {
        var message = messages(object("a b.jpg")).getFirst();
        var upload = JSON.readTree(message.at("/body").stringValue()).at("/Records/0");
        assertThat(upload.at("/eventVersion").stringValue()).isEqualTo("2.5");
        assertThat(upload.at("/eventName").stringValue()).isEqualTo("ObjectCreated:Put");
        assertThat(upload.at("/eventTime").stringValue()).isEqualTo("2026-01-01T08:00:00.000Z");
        assertThat(upload.at("/s3/bucket/name").stringValue()).isEqualTo("uploads");
        assertThat(upload.at("/s3/object/key").stringValue()).isEqualTo("a+b.jpg");
        assertThat(upload.at("/s3/object/size").intValue()).isEqualTo(7);
        assertThat(upload.at("/s3/object/eTag").stringValue()).isEqualTo("5456fc54c74a297ce994998c2873b370");
        assertThat(message.at("/eventSourceARN").stringValue()).isEqualTo("arn:aws:sqs:eu-west-1:123456789012:queue");
    }

    @Test
    void md5OfBody_is_that_of_the_body() {
        var message = messages(object("\uD83C\uDF41 \u00E9")).getFirst();
        byte[] body = message.at("/body").stringValue().getBytes(UTF_8);
        assertThat(message.at("/md5OfBody").stringValue())
                .isEqualTo(HexFormat.of().formatHex(Digest.md5(body)));
    }

    @Test
    void ids_and_sequencers_differ_even_for_the_same_object_twice() {
        var messages = messages(object("twice.jpg"), object("twice.jpg"));
        assertThat(messages)
                .extracting(message -> message.at("/messageId").stringValue())
                .doesNotHaveDuplicates();
        assertThat(messages)
                .extracting(SqsEventsTest::sequencer)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[0-9A-F]{18}"));
    }

    @Test
    void a_thousand_objects_are_a_thousand_messages() {
        var objects = IntStream.range(0, 1000).mapToObj(i -> object(i + ".jpg")).toArray(UploadedObject[]::new);
        assertThat(messages(objects))
                .hasSize(1000)
                .extracting(SqsEventsTest::sequencer)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b|a+b",
                "a+b|a%2Bb",
                "%2B|%252B",
                "%%%|%25%25%25",
                "in/box/x|in/box/x",
                "\u00E9|%C3%A9",
                "a@b|a%40b",
                "../x|../x"
            })
    void keys_are_form_encoded_and_slashes_stay(String key, String encoded) {
        assertThat(S3Notification.formEncoded(key)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "+", "%", "%2B", "%%%", "\u00E9", "\uD83C\uDF41", "/", "a%", "\u0001\n", "<script>", "a=b&c"
            })
    void form_decoding_gives_the_key_back(String key) {
        assertThat(URLDecoder.decode(S3Notification.formEncoded(key), UTF_8)).isEqualTo(key);
    }

    private static UploadedObject object(String key) {
        return UploadedObject.of("uploads", key, "picture".getBytes(UTF_8));
    }

    private static List<JsonNode> messages(UploadedObject... objects) {
        var events = new SqsEvents("queue", Instant.parse("2026-01-01T08:00:00Z"));
        return JSON.readTree(events.batch(List.of(objects)))
                .at("/Records")
                .valueStream()
                .toList();
    }

    private static String sequencer(JsonNode message) {
        return JSON.readTree(message.at("/body").stringValue())
                .at("/Records/0/s3/object/sequencer")
                .stringValue();
    }
}
