package renditions.local.replay;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.event.Delivery;
import renditions.event.InvocationReader;
import renditions.json.Json;
import renditions.local.replay.Exported.Messages;
import renditions.local.replay.Exported.Refused;
import renditions.store.ObjectId;

final class MessageFileTest {
    private static final String BODY = "{ \"Records\" : [] }";
    private static final String ESCAPED = "{ \\\"Records\\\" : [] }";

    @TempDir
    private Path folder;

    @Test
    void a_body_is_one_message_to_the_letter() throws IOException {
        assertThat(bodies(messages(BODY))).containsExactly(BODY);
        assertThat(bodies(messages("\uFEFF" + BODY))).containsExactly(BODY);
    }

    /// A log or a debugger shows a body as a text of a programming language, with or without quotation marks.
    @Test
    void a_body_that_was_escaped_is_read_as_it_was() throws IOException {
        assertThat(bodies(messages('"' + ESCAPED + '"'))).containsExactly(BODY);
        assertThat(bodies(messages(ESCAPED + "\n"))).containsExactly(BODY);
        assertThat(bodies(messages("{\\\"Records\\\":[]}"))).containsExactly("{\"Records\":[]}");
        assertThat(bodies(messages(quoted('"' + ESCAPED + '"')))).containsExactly(BODY);
    }

    @Test
    void a_body_that_was_escaped_three_times_is_refused() throws IOException {
        var thrice = quoted(quoted('"' + ESCAPED + '"'));

        assertThat(read(thrice.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("The message m holds a text in quotation marks: "));
    }

    @Test
    void what_the_cli_prints_is_all_its_messages_with_their_counts() throws IOException {
        var read = messages("{\"Messages\":["
                + "{\"MessageId\":\"a\",\"ReceiptHandle\":\"r\",\"Body\":\"one\","
                + "\"Attributes\":{\"ApproximateReceiveCount\":\"6\"}},"
                + "{\"MessageId\":\"b\",\"ReceiptHandle\":\"r\",\"Body\":\"two\"}]}");

        assertThat(bodies(read)).containsExactly("one", "two");
        assertThat(new InvocationReader().read(read.event().getBytes(UTF_8)).deliveries())
                .extracting(delivery -> delivery.id() + " " + delivery.receiveCount())
                .containsExactly("a 6", "b 1");
    }

    /// One call gives ten messages at most, so what several calls printed is put into one file.
    @Test
    void what_the_cli_printed_several_times_is_read_and_a_message_that_came_again_counts_once() throws IOException {
        var read = messages("{\"Messages\":[" + message("a", "1") + "," + message("b", "1") + "]}\n" + "{\"Messages\":["
                + message("a", "2") + "]}\n[" + message("c", "1") + "]\n" + message("d", "1"));

        assertThat(read.records())
                .extracting(record -> record.path("messageId").stringValue()
                        + record.path("attributes")
                                .path("ApproximateReceiveCount")
                                .stringValue())
                .containsExactly("a2", "b1", "c1", "d1");
        assertThat(read.repeated()).isEqualTo(1);
    }

    @Test
    void an_event_and_a_record_of_lambda_are_taken_as_they_are() throws IOException {
        var event = Files.readString(Path.of("events", "fifo-two-groups.json"));
        var records = Json.read(event).path("Records");

        assertThat(Json.read(messages(event).event())).isEqualTo(Json.read(event));
        assertThat(messages(records.path(1).toString()).records()).containsExactly(records.path(1));
        assertThat(messages(records.toString()).records()).containsExactlyElementsOf(records);
    }

    @Test
    void a_message_without_id_or_body_is_left_to_the_function() throws IOException {
        var read = messages("[{\"ReceiptHandle\":\"r\"},{\"Body\":{\"a\":1}}]");

        assertThat(new InvocationReader().read(read.event().getBytes(UTF_8)).deliveries())
                .extracting(delivery -> delivery.id() + ": " + delivery.entries())
                .satisfiesExactly(
                        first -> assertThat(first).contains("message 1: ", "body is missing"),
                        second -> assertThat(second).contains("message 2: ", "body is an object, not text"));
    }

    @Test
    void a_message_without_id_gets_one_that_no_other_has() throws IOException {
        var read = messages("[{\"MessageId\":\"message 2\",\"Body\":\"one\"},{\"Body\":\"two\"},"
                + "{\"eventSource\":\"aws:sqs\",\"body\":\"three\"}]");

        assertThat(new InvocationReader().read(read.event().getBytes(UTF_8)).deliveries())
                .extracting(Delivery::id)
                .containsExactly("message 2", "message 3", "message 4")
                .doesNotHaveDuplicates();
        assertThat(read.repeated()).isZero();
    }

    @Test
    void etags_of_uploads_in_parts_are_replaced_each_by_that_of_its_own_object() throws IOException {
        var parts = "0123456789abcdef0123456789abcdef-3";
        var read = messages("{\"Records\":[" + record("a", parts) + "," + record("b+%C3%A9", parts) + ","
                + record("a", "whole") + "," + record("c", parts) + ",{\"s3\":{\"object\":{}}}]}");
        var etags = Map.of(new ObjectId("in", "a"), "new-a", new ObjectId("in", "b é"), "new-b");

        assertThat(bodies(read.withETags(etags)))
                .containsExactly("{\"Records\":[" + record("a", "new-a") + "," + record("b+%C3%A9", "new-b") + ","
                        + record("a", "whole") + "," + record("c", parts) + ",{\"s3\":{\"object\":{}}}]}");
        assertThat(read.withETags(Map.of(new ObjectId("other", "a"), "new"))).isEqualTo(read);
    }

    private static String record(String key, String etag) {
        return "{\"s3\":{\"bucket\":{\"name\":\"in\"},\"object\":{\"key\":\"%s\",\"eTag\":\"%s\"}}}"
                .formatted(key, etag);
    }

    @Test
    void so_are_those_in_what_sns_and_eventbridge_send() throws IOException {
        var parts = "0123456789abcdef0123456789abcdef-3";
        var etags = Map.of(new ObjectId("in", "a+b"), "new");
        var sized = bridged(parts).replace("\"etag\"", "\"size\":7,\"etag\"");
        var sns = "{\"Type\":\"Notification\",\"Message\":%s}";

        assertThat(bodies(messages(sized).withETags(etags))).containsExactly(bridged("new"));
        assertThat(bodies(messages(sns.formatted(quoted(sized))).withETags(etags)))
                .containsExactly(sns.formatted(quoted(bridged("new"))));
    }

    private static String bridged(String etag) {
        return "{\"detail-type\":\"Object Created\",\"detail\":"
                + "{\"bucket\":{\"name\":\"in\"},\"object\":{\"key\":\"a+b\",\"etag\":\"%s\"}}}".formatted(etag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is empty. The AWS CLI prints nothing if the queue gave no message: receive again.",
                "`  ` | is empty. The AWS CLI prints nothing if the queue gave no message: receive again.",
                "hello | is not JSON: see line 1, column 1.",
                "{\"a\" | is not JSON: see line 1, column 5.",
                "{\"Messages\":[]} | holds no messages.",
                "[] | holds no messages.",
                "{\"Messages\":{}} | has Messages that are no array: K.",
                "[1] | holds an array of other things than messages: K.",
                "[{\"Body\":\"a\"},{\"a\":1}] | holds an array of other things than messages: K.",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\"},7]} | holds a record that is no message of a queue: K.",
                "7 | holds JSON of another kind: K.",
                "null | holds JSON of another kind: K.",
                "{} true | holds JSON of another kind: K.",
                "\"\" | holds a text in quotation marks: K.",
            })
    void what_holds_no_messages_is_refused_with_a_sentence(String text, String sentence) throws IOException {
        var kind = "a replay takes a message body, an event, or what 'aws sqs receive-message' prints";

        assertThat(read(text.getBytes(UTF_8))).isEqualTo(new Refused("The message m " + sentence.replace("K", kind)));
    }

    @Test
    void files_of_other_kinds_are_refused_with_a_sentence() throws IOException {
        assertThat(MessageFile.read("m", folder))
                .isEqualTo(new Refused("m is not a file: MESSAGE takes a file with JSON."));
        assertThat(MessageFile.read("m", folder.resolve("none")))
                .isEqualTo(new Refused("The message m does not exist."));
        assertThat(read(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}))
                .isEqualTo(new Refused("The message m is not JSON: it is not UTF-8."));
        assertThat(read(("\uFEFF" + BODY).getBytes(UTF_16LE)))
                .isEqualTo(new Refused("The message m is not JSON: it is not UTF-8."));
    }

    @Test
    void a_huge_file_is_refused_unread() throws IOException {
        var file = folder.resolve("huge");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(MessageFile.LONGEST + 1);
        }
        assertThat(MessageFile.read("m", file))
                .isEqualTo(new Refused("The message m has 100,000,001 bytes, more than 100,000,000: split it."));
    }

    @Test
    void as_many_messages_as_a_batch_can_have_are_read_and_more_are_refused() throws IOException {
        assertThat(messages(many(MessageFinder.MOST)).records()).hasSize(10_000);
        assertThat(read(many(MessageFinder.MOST + 1).getBytes(UTF_8)))
                .isEqualTo(new Refused("The message m holds more than 10,000 messages: split it."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void what_is_nested_without_end_is_refused(String open) throws IOException {
        assertThat(read(open.repeat(100_000).getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("The message m is not JSON: "));
    }

    /// A tree of them would take a hundred times the bytes of the file.
    @Test
    void many_values_are_refused_before_they_are_kept() throws IOException {
        var values = MessageFinder.MOST_VALUES;

        assertThat(read(("[" + "{},".repeat(values) + "{}]").getBytes(UTF_8)))
                .isEqualTo(new Refused("The message m holds more than 1,000,000 values: split it."));
    }

    @Test
    void a_message_that_is_nested_too_deep_for_an_event_is_refused_and_a_body_is_left_to_the_function()
            throws IOException {
        var deep = "[".repeat(64) + "]".repeat(64);

        assertThat(read(("{\"ReceiptHandle\":\"r\",\"Body\":" + deep + "}").getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("The message m holds a message that is nested deeper than 62 levels: "));
        var body = messages("{\"a\":" + deep + "}");
        assertThat(new InvocationReader().read(body.event().getBytes(UTF_8)).deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.entries().toString()).contains("body is not JSON"));
    }

    @Test
    void a_message_as_deep_as_an_event_can_hold_is_taken() throws IOException {
        var deep = "[".repeat(61) + "]".repeat(61);
        var read = messages("{\"ReceiptHandle\":\"r\",\"Body\":" + deep + "}");

        assertThat(new InvocationReader().read(read.event().getBytes(UTF_8)).deliveries())
                .hasSize(1);
    }

    private static String many(int messages) {
        return IntStream.range(0, messages)
                .mapToObj(i -> message("m" + i, "1"))
                .collect(Collectors.joining(",", "{\"Messages\":[", "]}"));
    }

    private static String message(String id, String count) {
        return "{\"MessageId\":\"%s\",\"Body\":\"b\",\"Attributes\":{\"ApproximateReceiveCount\":\"%s\"}}"
                .formatted(id, count);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static List<String> bodies(Messages messages) {
        return messages.records().stream()
                .map(record -> record.path("body").stringValue())
                .toList();
    }

    private Messages messages(String text) throws IOException {
        return (Messages) read(text.getBytes(UTF_8));
    }

    private Exported read(byte[] bytes) throws IOException {
        return MessageFile.read("m", Files.write(folder.resolve("m.json"), bytes));
    }
}
