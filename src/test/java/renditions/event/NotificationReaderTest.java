package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.event.Reasons.assertMisread;
import static renditions.event.Reasons.assertUnreadable;
import static renditions.testing.Events.created;
import static renditions.testing.Events.s3Record;

import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.store.ObjectId;

/// Whole bodies; [NotificationRecordTest] tests their records.
final class NotificationReaderTest {
    private static final Upload PLAIN =
            new Upload(new ObjectId("uploads", "a.jpg", null), null, OptionalLong.empty(), null);

    @Test
    void a_key_with_a_bad_escape_spoils_only_its_own_record() throws Misread {
        var body = notification(s3Record("a.jpg") + "," + s3Record("%C3.jpg") + "," + s3Record("b.jpg"));
        var entries = BodyReader.entries(body);
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0)).isEqualTo(PLAIN);
        assertUnreadable(entries.get(1), "'%C3.jpg'", "UTF-8");
        assertThat(entries.get(2)).isInstanceOf(Upload.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"text\"", "[]"})
    void a_record_that_is_no_object_spoils_only_itself(String record) throws Misread {
        var entries = BodyReader.entries(notification(record + "," + s3Record("a.jpg")));
        assertThat(entries).hasSize(2).last().isEqualTo(PLAIN);
        assertUnreadable(entries.getFirst(), "body.Records[] is ", "not an object");
    }

    @Test
    void the_same_upload_twice_in_a_message_is_one() throws Misread {
        assertThat(BodyReader.entries(notification(s3Record("a.jpg") + "," + s3Record("a.jpg"))))
                .containsExactly(PLAIN);
    }

    @Test
    void as_many_records_as_one_invocation_may_manage_are_read_and_no_more() throws Misread {
        var most = IntStream.range(0, NotificationReader.MOST_RECORDS)
                .mapToObj(i -> s3Record("k" + i).toString())
                .collect(Collectors.joining(","));
        assertThat(BodyReader.entries(notification(most)))
                .hasSize(NotificationReader.MOST_RECORDS)
                .hasOnlyElementsOfType(Upload.class);
        assertMisread(notification(most + ",0"), "1001 records");
    }

    @Test
    void no_records_are_ignored() throws Misread {
        assertThat(BodyReader.entries("{\"Records\":[]}")).singleElement().isInstanceOf(Entry.Ignored.class);
    }

    @Test
    void the_test_event_is_ignored() throws Misread {
        assertThat(BodyReader.entries("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}"))
                .singleElement()
                .isInstanceOf(Entry.Ignored.class);
    }

    @Test
    void a_notification_that_calls_itself_a_test_event_is_not_dropped() throws Misread {
        var body = created("a.jpg").replaceFirst("\\{", "{\"Event\":\"s3:TestEvent\",");
        assertThat(BodyReader.entries(body)).containsExactly(PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | body is null, not an object",
                "[] | body is an array, not an object",
                "7 | body is the number 7, not an object",
                "1e999999999 | body is ",
                "true | body is true, not an object",
                "\"text\" | body is text, not an object",
                "hello | body is not JSON",
                "{\"Records\":[{\"eventName\" | body is not JSON",
                "{} {} | body is not JSON",
                "{\"Records\":[],\"Records\":[]} | body is not JSON",
                "{\"Records\":[],\"a\":{\"b\":1,\"b\":2}} | body is not JSON",
                "{} | body.Records is missing, there are no fields",
                "{\"Type\":\"Notification\",\"Message\":\"{}\"} | body.Message.Records is missing, there are no fields",
                "{\"Event\":\"s3:TestEvents\"} | body.Records is missing",
                "{\"Event\":{}} | body.Records is missing",
                "{\"Records\":null} | body.Records is null, not an array",
                "{\"Records\":{}} | body.Records is an object, not an array",
                "{\"Records\":\"[]\"} | body.Records is text, not an array",
            })
    void a_body_that_is_no_notification_says_what_it_is(String body, String reason) {
        assertMisread(body, reason);
    }

    @Test
    void depth_and_length_are_bounded() {
        assertMisread("[".repeat(10_000), "body is not JSON");
        assertMisread("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), "body is not JSON");
        assertMisread("{\"Records\":[],\"n\":" + "9".repeat(1_000_000) + "}", "body is not JSON");
    }

    @Test
    void a_reason_is_one_short_line_whatever_it_quotes() {
        assertMisread("{\"" + "x".repeat(40_000) + "\u202e\":1}", "Records is missing");
        assertMisread("x\u202e\u0007".repeat(100_000), "is not JSON");
    }

    private static String notification(String records) {
        return "{\"Records\":[" + records + "]}";
    }
}
