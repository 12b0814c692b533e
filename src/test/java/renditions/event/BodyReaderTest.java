package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.event.Reasons.assertMisread;
import static renditions.testing.Events.bridged;
import static renditions.testing.Events.created;
import static renditions.testing.Events.enveloped;
import static renditions.testing.Events.sqs;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.store.ObjectId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What SNS and EventBridge put into a queue; [NotificationReaderTest] tests what S3 does.
final class BodyReaderTest {
    private static final String TEST_EVENT = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "red+flower.jpg | red flower.jpg",
                "a%2Bb.jpg | a+b.jpg",
                "%252B.jpg | %2B.jpg",
                "100%25 | 100%",
                "%25%25%25.png | %%%.png",
                "caf%C3%A9/%F0%9F%8C%B8.jpg | café/🌸.jpg",
                "2026%2F11/beach.jpg | 2026/11/beach.jpg",
            })
    void keys_are_encoded_as_their_source_encodes_them(String formEncoded, String key) throws Misread {
        assertThat(keyOf(created(formEncoded))).isEqualTo(key);
        assertThat(keyOf(enveloped(created(formEncoded)))).isEqualTo(key);
        assertThat(keyOf(bridged(key))).as("raw").isEqualTo(key);
        assertThat(keyOf(bridged(formEncoded))).as("not decoded").isEqualTo(formEncoded);
        assertThat(keyOf(enveloped(bridged(key)))).isEqualTo(key);
    }

    @Test
    void a_bad_escape_fails_where_keys_are_encoded_and_is_a_key_where_they_are_not() throws Misread {
        assertThat(BodyReader.entries(enveloped(created("trailing%")))).hasOnlyElementsOfType(Entry.Unreadable.class);
        assertThat(keyOf(bridged("trailing%"))).isEqualTo("trailing%");
        assertMisread(bridged("a.jpg").replace("a.jpg", "\\ud800"), "it is not UTF-8");
        assertMisread(bridged("é".repeat(512) + "a"), "1024 bytes");
    }

    @Test
    void all_that_is_needed_of_an_event_of_eventbridge_is_kept() throws Misread {
        var event = changed(bridged("a.jpg"), "detail", "object");
        event.object()
                .put("version-id", "v1")
                .put("etag", "d41d8cd98f00b204e9800998ecf8427e")
                .put("size", 7)
                .put("sequencer", "0055aed6");

        assertThat(BodyReader.entries(event.text()))
                .containsExactly(new Upload(
                        new ObjectId("uploads", "a.jpg", "v1"),
                        "d41d8cd98f00b204e9800998ecf8427e",
                        OptionalLong.of(7),
                        "0055AED6"));
        assertThat(BodyReader.entries(event.text().replace("Object Created", "Object Deleted")))
                .containsExactly(new Removal(new ObjectId("uploads", "a.jpg", "v1"), "0055AED6"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object Restore Completed",
                "Object Tags Added",
                "Object ACL Updated",
                "Object Storage Class Changed",
                "Object Not Yet Invented"
            })
    void other_events_of_s3_are_ignored(String type) throws Misread {
        assertThat(BodyReader.entries(bridged("a.jpg").replace("Object Created", type)))
                .containsExactly(new Entry.Ignored(type + " neither makes nor removes an upload"));
    }

    @Test
    void folders_of_the_console_are_ignored() throws Misread {
        var event = changed(bridged("photos/"), "detail", "object");
        event.object().put("size", 0);
        assertThat(BodyReader.entries(event.text())).hasOnlyElementsOfType(Entry.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.7, true", "1, false", "00, false", "'', false"})
    void the_major_version_of_an_event_of_eventbridge_is_known(String version, boolean known) {
        var event = changed(bridged("a.jpg"), "detail");
        event.object().put("version", version);
        assertKnown(event.text(), known, "detail.version");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1.0, true", "1.9, true", "2.0, false", "10, false"})
    void so_is_the_newer_version(String version, boolean known) {
        var event = changed(bridged("a.jpg"), "detail");
        event.object().put("event-version", version);
        assertKnown(event.text(), known, "detail.event-version");
    }

    private static void assertKnown(String event, boolean known, String field) {
        if (known) {
            assertThat(read(event)).isInstanceOf(Upload.class);
        } else {
            assertMisread(event, field);
        }
    }

    @Test
    void the_test_event_of_s3_is_ignored_through_sns_too() throws Misread {
        assertThat(BodyReader.entries(enveloped(TEST_EVENT))).isEqualTo(BodyReader.entries(TEST_EVENT));
    }

    @Test
    void what_is_no_upload_of_s3_is_unreadable_and_says_why() {
        assertMisread(bridged("a.jpg").replace("aws.s3", "aws.ec2"), "the source is 'aws.ec2', not aws.s3");
        assertMisread(bridged("a.jpg").replace("\"source\"", "\"src\""), "body.source is missing");
        assertMisread(enveloped(enveloped(created("a.jpg"))), "body.Message is an envelope of SNS inside another");
        assertMisread(
                enveloped(created("a.jpg")).replace("\"Notification\"", "\"SubscriptionConfirmation\""),
                "the Type of the SNS message is 'SubscriptionConfirmation', not Notification");
        assertMisread(enveloped("You have chosen to subscribe"), "body.Message is not JSON");
        assertMisread(enveloped(""), "body.Message is empty");
        assertMisread("\"x\"", "body is text");
        assertMisread("<html><body>502 Bad Gateway</body></html>", "body is not JSON");
        assertMisread("{\"__proto__\":{\"Records\":[]}}", "the fields are __proto__");
        assertMisread(created("a.jpg").substring(0, 60), "body is not JSON");
        assertMisread(noise(256 << 10), "body is not JSON");
    }

    @Test
    void one_batch_holds_what_all_of_them_send_and_one_upload_is_one_item() {
        var batch = new InvocationReader()
                .read(sqs(
                        List.of(created("a.jpg"), enveloped(created("a.jpg")), bridged("a.jpg"), "hello", TEST_EVENT)));

        assertThat(batch.deliveries()).extracting(Delivery::id).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(DistinctItems.of(batch).items())
                .extracting(Item::entry)
                .hasExactlyElementsOfTypes(Upload.class, Entry.Unreadable.class, Entry.Ignored.class);
    }

    private record Changed(ObjectNode whole, ObjectNode object) {
        String text() {
            return whole.toString();
        }
    }

    private static Changed changed(String json, String... path) {
        var whole = (ObjectNode) new JsonMapper().readTree(json);
        var object = whole;
        for (var field : path) {
            object = (ObjectNode) object.path(field);
        }
        return new Changed(whole, object);
    }

    private static String noise(int length) {
        var random = new Random(7);
        var noise = new StringBuilder();
        random.ints(length, 0x20, 0x7F).forEach(noise::appendCodePoint);
        return noise.toString();
    }

    private static String keyOf(String body) throws Misread {
        return ((Upload) BodyReader.entries(body).getFirst()).object().key();
    }

    private static Entry read(String body) {
        try {
            return BodyReader.entries(body).getFirst();
        } catch (Misread problem) {
            throw new AssertionError(problem);
        }
    }
}
