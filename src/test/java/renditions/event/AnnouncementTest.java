package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.json.Json;
import renditions.store.ObjectId;

/// What is announced is read as it was meant.
final class AnnouncementTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jpg",
                " ",
                "+",
                "%2B",
                "%",
                "a b+c/d",
                "a\nb",
                "\u0001",
                "\"}]",
                "é",
                "\uD83C\uDF41",
                "\uFFFD",
                "..",
                "\u202Egpj"
            })
    void any_key_comes_back_as_it_is(String key) throws Misread {
        var object = new ObjectId("uploads", key);

        assertThat(BodyReader.entries(Announcement.created(object, "e-2", 7, false, NOON)))
                .containsExactly(new Upload(object, "e-2", OptionalLong.of(7), null, false));
        assertThat(BodyReader.entries(Announcement.created(object, "e-2", 7, true, NOON)))
                .containsExactly(new Upload(object, "e-2", OptionalLong.of(7), null, true));
        assertThat(BodyReader.entries(Announcement.removed(object, NOON))).containsExactly(new Removal(object, null));
    }

    @Test
    void ten_messages_with_the_longest_keys_are_far_below_what_one_call_takes() {
        var object = new ObjectId("b".repeat(63), "\uFFFD".repeat(341));

        assertThat(Announcement.created(object, "e".repeat(36), Long.MAX_VALUE, true, NOON)
                        .getBytes(UTF_8)
                        .length)
                .isLessThan(4096);
    }

    @Test
    void a_message_with_a_doubtful_upload_counts_as_received_before() {
        var doubtful = Announcement.created(new ObjectId("uploads", "a.jpg"), "e", 7, true, NOON);
        var certain = Announcement.created(new ObjectId("uploads", "a.jpg"), "e", 7, false, NOON);

        assertThat(receiveCount(doubtful, "1")).isEqualTo(2);
        assertThat(receiveCount(doubtful, "3")).isEqualTo(3);
        assertThat(receiveCount(certain, "1")).isEqualTo(1);
    }

    @Test
    void a_doubtful_upload_and_one_of_the_same_content_that_is_not_are_one_item_that_is_doubtful() {
        var object = new ObjectId("uploads", "a.jpg");
        var doubtful = Announcement.created(object, "e", 7, true, NOON);
        var certain = Announcement.created(object, "e", 7, false, NOON);

        for (var bodies : List.of(List.of(doubtful, certain), List.of(certain, doubtful))) {
            var event = Json.object();
            var records = event.putArray("Records");
            bodies.forEach(body -> records.addObject()
                    .put("messageId", "m" + records.size())
                    .put("eventSource", "aws:sqs")
                    .put("body", body));
            assertThat(DistinctItems.of(new InvocationReader().read(Json.write(event)))
                            .items())
                    .singleElement()
                    .extracting(Item::receiveCount)
                    .isEqualTo(2);
        }
    }

    private static int receiveCount(String body, String received) {
        var event = Json.object();
        var record = event.putArray("Records").addObject();
        record.put("messageId", "m").put("eventSource", "aws:sqs").put("body", body);
        record.putObject("attributes").put("ApproximateReceiveCount", received);
        return new InvocationReader()
                .read(Json.write(event))
                .deliveries()
                .getFirst()
                .receiveCount();
    }
}
