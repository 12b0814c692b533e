package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renditions.event.Reasons.assertUnreadable;
import static renditions.testing.Events.bridged;
import static renditions.testing.Events.created;
import static renditions.testing.Events.enveloped;
import static renditions.testing.Events.s3;
import static renditions.testing.Events.s3Record;
import static renditions.testing.Events.sns;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What S3, SNS and EventBridge hand to the function themselves; `docs/replies.md` has the replies.
final class AsynchronousReaderTest {
    @Test
    void an_event_is_one_delivery_that_nobody_has_counted() {
        for (var event : List.of(
                s3(List.of("a.jpg", "b.jpg")),
                sns(List.of(created("a.jpg"), created("b.jpg"))),
                bridged("a.jpg").getBytes(UTF_8))) {
            var invocation = new InvocationReader().read(event);

            assertThat(invocation.order()).isEqualTo(Invocation.Order.INDEPENDENT);
            assertThat(invocation.deliveries())
                    .singleElement()
                    .satisfies(delivery -> assertThat(delivery.receiveCount()).isEqualTo(Delivery.UNCOUNTED));
            assertThat(invocation.entries()).hasOnlyElementsOfType(Upload.class);
        }
    }

    @Test
    void the_id_is_that_of_the_event_or_of_its_first_message() {
        assertThat(id(bridged("a.jpg").getBytes(UTF_8))).isEqualTo("17793124-05d4-b198-2fde-7ededc63b103");
        assertThat(id(bridged("a.jpg").replace("\"id\"", "\"no\"").getBytes(UTF_8)))
                .isEqualTo("event");
        assertThat(id(sns(List.of(created("a.jpg"))))).isEqualTo("22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324");
        assertThat(id(s3(List.of("a.jpg")))).isEqualTo("event");
    }

    @Test
    void a_record_that_cannot_be_read_spoils_no_other() {
        var ofS3 = entries(s3(List.of("a.jpg", "%C3.jpg")));
        assertThat(ofS3).hasExactlyElementsOfTypes(Upload.class, Entry.Unreadable.class);
        assertUnreadable(ofS3.get(1), "'%C3.jpg'");

        var ofSns = entries(sns(List.of("hello", created("a.jpg"), enveloped(created("b.jpg")), bridged("c+d.jpg"))));
        assertThat(ofSns)
                .hasExactlyElementsOfTypes(Entry.Unreadable.class, Upload.class, Entry.Unreadable.class, Upload.class);
        assertUnreadable(ofSns.getFirst(), "event.Records[].Sns.Message is not JSON");
        assertUnreadable(ofSns.get(2), "an envelope of SNS inside another");
        assertThat(((Upload) ofSns.get(3)).object().key()).isEqualTo("c+d.jpg");
    }

    @Test
    void a_record_of_another_kind_is_unreadable_among_those_of_s3() {
        var event = "{\"Records\":[null,7," + s3Record("a.jpg") + "]}";
        assertThat(entries(event.getBytes(UTF_8)))
                .hasExactlyElementsOfTypes(Entry.Unreadable.class, Entry.Unreadable.class, Upload.class);
    }

    @Test
    void the_test_event_and_what_makes_no_upload_ask_for_nothing() {
        var test = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}";
        assertThat(entries(test.getBytes(UTF_8))).hasOnlyElementsOfType(Entry.Ignored.class);
        assertThat(entries(sns(List.of(test)))).hasOnlyElementsOfType(Entry.Ignored.class);
        var tagged = bridged("a.jpg").replace("Object Created", "Object Tags Added");
        assertThat(entries(tagged.getBytes(UTF_8))).hasOnlyElementsOfType(Entry.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Records\":[{\"EventSource\":\"aws:sns\"}]} | This message of SNS cannot be read, | Sns is missing",
                "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":[]}]} | This message of SNS cannot be read, | an array",
                "{\"detail-type\":\"Object Created\"} | This event of EventBridge cannot be read, | event.source is missing",
                "{\"detail-type\":\"x\",\"source\":\"aws.ec2\"} | This event of EventBridge cannot be read, | 'aws.ec2'",
            })
    void an_event_without_any_upload_is_refused_with_a_sentence(String event, String beginning, String reason) {
        assertThatThrownBy(() -> entries(event.getBytes(UTF_8)))
                .isInstanceOf(UnreadableInvocation.class)
                .hasMessageStartingWith(beginning)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"0\",\"id\":\"1\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.scheduler\",\"detail\":\"{}\"}",
                "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{}}",
                "{\"reprocess\":{\"prefix\":\"inbox/\"}}",
                "{\"redrive\":true}",
                "{\"dryRun\":true}",
            })
    void what_a_schedule_sends_is_refused_in_the_name_of_the_reprocessing_function(String event) {
        assertThatThrownBy(() -> entries(event.getBytes(UTF_8)))
                .isInstanceOf(UnreadableInvocation.class)
                .hasMessageStartingWith(
                        "This asks for reprocessing, which is the work of the reprocessing function: the fields are ");
    }

    private static String id(byte[] event) {
        return new InvocationReader().read(event).deliveries().getFirst().id();
    }

    private static List<Entry> entries(byte[] event) {
        return new InvocationReader().read(event).entries();
    }
}
