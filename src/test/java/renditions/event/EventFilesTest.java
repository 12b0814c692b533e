package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.testing.Events;

/// The meaning of the files of `events/`.
final class EventFilesTest {
    @Test
    void test_event_is_ignored() {
        assertThat(read("test-event.json").entries()).singleElement().isInstanceOf(Entry.Ignored.class);
    }

    @Test
    void five_uploads_are_five_messages_of_one_upload_each() {
        assertThat(read("five-uploads-third-corrupt.json").deliveries())
                .hasSize(5)
                .allSatisfy(
                        message -> assertThat(message.entries()).singleElement().isInstanceOf(Upload.class));
    }

    @Test
    void odd_keys_are_the_keys_that_were_uploaded() {
        assertThat(read("odd-keys.json").entries())
                .extracting(entry -> ((Upload) entry).object().key())
                .containsExactly(
                        "red flower.jpg",
                        "a+b.jpg",
                        "100%.jpg",
                        "%2B.jpg",
                        "%%%.png",
                        "café.jpg",
                        "cafe\u0301.jpg",
                        "🌸.jpg",
                        "2026/11/beach.jpg",
                        "2026/11/beach.jpg",
                        "@home.jpg",
                        "trailing%",
                        "../../escape.jpg",
                        " lead and trail ",
                        "\u0000\n.jpg");
    }

    @Test
    void several_records_per_message_stay_with_their_message() {
        assertThat(read("several-records-per-message.json").deliveries())
                .extracting(message ->
                        message.entries().stream().map(EventFilesTest::shown).toList())
                .containsExactly(
                        List.of("a.jpg", "b.jpg", "c.jpg"),
                        List.of("d.jpg", "Unreadable", "e.jpg"),
                        List.of("f.jpg", "f.jpg removed"),
                        List.of("g.jpg removed", "Ignored"));
    }

    @Test
    void removals_by_people_and_by_a_life_cycle_are_removals() {
        assertThat(read("removals.json").entries())
                .extracting(EventFilesTest::shown)
                .containsExactly(
                        "inbox/red flower.jpg removed",
                        "inbox/2026/beach.jpg removed",
                        "inbox/old.jpg removed",
                        "inbox/lake.jpg",
                        "inbox/flower.jpg removed");
    }

    @Test
    void folders_are_no_uploads_and_the_picture_beside_them_is_one() {
        assertThat(read("console-folder.json").entries())
                .extracting(EventFilesTest::shown)
                .containsExactly("Ignored", "Ignored", "Ignored", "photos/2026/lake.jpg");
    }

    @Test
    void unreadable_bodies_spoil_only_their_own_messages() {
        var messages = read("unreadable-bodies.json").deliveries();
        assertThat(messages.getFirst().entries()).hasOnlyElementsOfType(Upload.class);
        assertThat(messages.subList(1, messages.size()))
                .hasSize(31)
                .allSatisfy(message -> assertThat(message.entries()).hasOnlyElementsOfType(Entry.Unreadable.class));
    }

    @Test
    void the_messages_of_a_fifo_queue_have_groups() {
        var batch = read("fifo-two-groups.json");

        assertThat(batch.order()).isEqualTo(Invocation.Order.IN_GROUPS);
        assertThat(batch.deliveries()).extracting(Delivery::group).containsExactly("anna", "anna", "bela", "bela");
    }

    @Test
    void what_sns_and_eventbridge_put_into_a_queue_is_read_beside_what_s3_does() {
        var batch = read("wrapped-by-sns-or-eventbridge.json");
        assertThat(batch.entries())
                .extracting(EventFilesTest::shown)
                .containsExactly(
                        "inbox/1-mountain-lake.jpg",
                        "inbox/1-mountain-lake.jpg",
                        "inbox/1-mountain-lake.jpg",
                        "Ignored",
                        "inbox/2-lighthouse at noon.jpg",
                        "inbox/4-maple-leaf+shadow.png",
                        "inbox/5 balloons + a dawn.webp",
                        "inbox/old+flower.jpg removed",
                        "Ignored",
                        "Unreadable",
                        "Unreadable");
        assertThat(DistinctItems.of(batch).places()).startsWith(0, 0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "s3-direct.json, inbox/4-maple-leaf+shadow.png",
        "sns-direct.json, inbox/2-lighthouse at noon.jpg",
        "eventbridge-direct.json, inbox/4-maple-leaf+shadow.png",
        "eventbridge-direct-corrupt.json, inbox/3-city-at-night.jpg",
    })
    void what_comes_without_a_queue_is_one_delivery(String file, String key) {
        assertThat(read(file).deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.entries())
                        .extracting(EventFilesTest::shown)
                        .containsExactly(key));
    }

    @Test
    void each_task_of_a_job_is_a_delivery() {
        assertThat(read("batch-operations-1.0.json").deliveries())
                .extracting(task -> shown(task.entries().getFirst()))
                .containsExactly("inbox/4-maple-leaf+shadow.png", "inbox/2-lighthouse at noon.jpg");
        assertThat(read("batch-operations-2.0.json").deliveries())
                .extracting(task -> shown(task.entries().getFirst()))
                .containsExactly(
                        "inbox/1-mountain-lake.jpg", "inbox/3-city-at-night.jpg", "inbox/100%.txt", "Unreadable");
    }

    private static String shown(Entry entry) {
        return switch (entry) {
            case Upload upload -> upload.object().key();
            case Removal removal -> removal.object().key() + " removed";
            case Entry.Ignored _ -> "Ignored";
            case Entry.Unreadable _ -> "Unreadable";
        };
    }

    private static Invocation read(String file) {
        return new InvocationReader().read(Events.file(file));
    }
}
