package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renditions.testing.Events.created;
import static renditions.testing.Events.sqs;
import static renditions.testing.Events.sqsRecord;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class InvocationReaderTest {
    @Test
    void an_empty_batch_is_a_batch() {
        var batch = read("{\"Records\":[]}");
        assertThat(batch.deliveries()).isEmpty();
        assertThat(batch.order()).isEqualTo(Invocation.Order.INDEPENDENT);
    }

    @Test
    void messages_keep_their_order_and_each_its_entries() {
        var batch = read(sqs(List.of(created("a.jpg"), "hello", created("b.jpg"))));
        assertThat(batch.deliveries()).extracting(Delivery::id).containsExactly("m0", "m1", "m2");
        assertThat(batch.entries())
                .hasExactlyElementsOfTypes(Upload.class, Entry.Unreadable.class, Upload.class)
                .isEqualTo(batch.deliveries().stream()
                        .map(message -> message.entries().getFirst())
                        .toList());
    }

    @Test
    void two_messages_with_one_id_are_both_there() {
        var batch = read(batch(sqsRecord("m", created("a.jpg")), sqsRecord("m", created("b.jpg"))));
        assertThat(batch.deliveries()).extracting(Delivery::id).containsExactly("m", "m");
        assertThat(batch.entries()).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ApproximateReceiveCount\":\"3\"} | 3",
                "{\"ApproximateReceiveCount\":3} | 3",
                "{\"ApproximateReceiveCount\":\"0\"} | 2",
                "{\"ApproximateReceiveCount\":\"-5\"} | 2",
                "{\"ApproximateReceiveCount\":\"often\"} | 2",
                "{\"ApproximateReceiveCount\":\"99999999999\"} | 2",
                "{\"ApproximateReceiveCount\":\"2147483648\"} | 2",
                "{\"ApproximateReceiveCount\":\" 3\"} | 2",
                "{\"ApproximateReceiveCount\":\"3.0\"} | 2",
                "{\"ApproximateReceiveCount\":\"\"} | 2",
                "{\"ApproximateReceiveCount\":[3]} | 2",
                "{\"ApproximateReceiveCount\":null} | 1",
                "{} | 1",
                "null | 1",
                "\"text\" | 1",
                "[3] | 1",
            })
    void the_receive_count_is_1_where_none_is_there_and_2_where_it_cannot_be_read(String attributes, int count) {
        assertThat(onlyMessage(withField("attributes", attributes)).receiveCount())
                .isEqualTo(count);
    }

    @Test
    void a_group_alone_does_not_make_a_fifo_queue_and_is_no_group() {
        var batch = read(batch(withField("attributes", "{\"MessageGroupId\":\"tenant\"}")));
        assertThat(batch.deliveries().getFirst().group()).isEmpty();
        assertThat(batch.order()).isEqualTo(Invocation.Order.INDEPENDENT);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sqs:eu-west-1:123456789012:uploads.fifo, IN_GROUPS",
        "arn:aws:sqs:eu-west-1:123456789012:uploads, INDEPENDENT",
        "arn:aws:sqs:eu-west-1:123456789012:uploads.fifo.dead, INDEPENDENT",
        "'', INDEPENDENT",
    })
    void the_name_of_the_queue_makes_it_fifo(String arn, Invocation.Order order) {
        assertThat(read(batch(sqsRecord("m", "").put("eventSourceARN", arn))).order())
                .isEqualTo(order);
    }

    @Test
    void a_message_without_a_body_is_unreadable_and_there() {
        var absent = sqsRecord("absent", null);
        absent.remove("body");
        var batch = read(batch(absent, sqsRecord("null", null), sqsRecord("empty", ""), withField("body", "{}")));
        assertThat(batch.entries())
                .extracting(entry -> ((Entry.Unreadable) entry).reason())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("body is missing"),
                        reason -> assertThat(reason).contains("body is null"),
                        reason -> assertThat(reason).contains("body is empty"),
                        reason -> assertThat(reason).contains("body is an object"));
    }

    @Test
    void the_largest_event_of_the_cheapest_records_keeps_each_message_small() {
        var most =
                "{\"Records\":[" + String.join(",", Collections.nCopies(NotificationReader.MOST_RECORDS, "0")) + "]}";
        var batch = read(sqs(Collections.nCopies(2_900, most)));
        assertThat(batch.deliveries())
                .hasSize(2_900)
                .allSatisfy(message -> assertThat(message.entries()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | event is missing",
                "hello | event is not JSON",
                "{\"Records\":[ | event is not JSON",
                "null | event is null, not an object",
                "[] | event is an array, not an object",
                "{} | there are no fields",
                "{\"source\":\"aws.s3\",\"detail\":{}} | the fields are source, detail",
                "{\"invocationId\":\"1\",\"tasks\":[]} | the fields are invocationId, tasks",
                "{\"Event\":\"s3:TestEvents\"} | the fields are Event",
                "{\"Records\":{}} | the fields are Records",
                "{\"Records\":[null]} | the fields are Records",
                "{\"Records\":[{}]} | the fields are Records",
                "{\"Records\":[{\"eventSource\":\"aws:kinesis\"}]} | the eventSource is 'aws:kinesis'",
            })
    void what_no_source_sends_is_refused_with_a_sentence(String event, String reason) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(UnreadableInvocation.class)
                .hasMessageStartingWith("No source of this function sends such an event, ")
                .hasMessageContaining(reason)
                .hasMessageContaining("reprocessing function");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Records\":[null,{\"eventSource\":\"aws:sqs\"}]} | event.Records[] is null, not an object",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\"}]} | event.Records[].messageId is missing",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"messageId\":null}]} | messageId is null, not text",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"messageId\":7}]} | messageId is the number 7",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"messageId\":\"\"}]} | event.Records[].messageId is empty",
            })
    void a_batch_that_cannot_be_answered_is_refused_with_a_sentence(String event, String reason) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(UnreadableInvocation.class)
                .hasMessageStartingWith("This batch of SQS cannot be read, so its queue redelivers all of it: ")
                .hasMessageContaining(reason);
    }

    @Test
    void one_record_that_cannot_be_named_refuses_the_whole_batch() {
        var event = batch(sqsRecord("m", created("a.jpg")), sqsRecord("", created("b.jpg")));
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(UnreadableInvocation.class)
                .hasMessageContaining("messageId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[2J\\n", "\\u202e", "\\ud800"})
    void the_sentence_is_short_and_safe_to_log(String hostile) {
        var source = hostile + "x".repeat(1_000_000);
        assertThatThrownBy(() -> read("{\"Records\":[{\"eventSource\":\"" + source + "\"}]}"))
                .isInstanceOf(UnreadableInvocation.class)
                .extracting(Throwable::getMessage)
                .asString()
                .hasSizeLessThan(400)
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");
    }

    private static Delivery onlyMessage(String sqsRecord) {
        return read(batch(sqsRecord)).deliveries().getFirst();
    }

    private static String withField(String field, String json) {
        ObjectNode record = sqsRecord("m", created("a.jpg"));
        record.remove(field);
        return record.toString().replaceFirst("\\{", "{\"" + field + "\":" + json.replace("\\", "\\\\") + ",");
    }

    private static String batch(Object... sqsRecords) {
        return "{\"Records\":" + List.of(sqsRecords) + "}";
    }

    private static Invocation read(String event) {
        return read(event.getBytes(UTF_8));
    }

    private static Invocation read(byte[] event) {
        return new InvocationReader().read(event);
    }
}
