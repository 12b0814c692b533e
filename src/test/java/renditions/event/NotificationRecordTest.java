package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.event.Reasons.assertOneShortLine;
import static renditions.event.Reasons.assertUnreadable;
import static renditions.testing.Events.s3Record;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.store.ObjectId;
import tools.jackson.databind.node.ObjectNode;

/// Single records of a notification.
final class NotificationRecordTest {
    private static final Upload PLAIN =
            new Upload(new ObjectId("uploads", "a.jpg", null), null, OptionalLong.empty(), null);

    @Test
    void what_s3_must_say_is_enough() {
        assertThat(entry(_ -> {})).isEqualTo(PLAIN);
    }

    @Test
    void all_that_is_needed_of_an_upload_is_kept() {
        var entry = entry(record -> object(record)
                .put("versionId", "v1")
                .put("eTag", "d41d8cd98f00b204e9800998ecf8427e-3")
                .put("size", 5_497_558_138_880L)
                .put("sequencer", "0055AED6DCD90281E5"));
        assertThat(entry)
                .isEqualTo(new Upload(
                        new ObjectId("uploads", "a.jpg", "v1"),
                        "d41d8cd98f00b204e9800998ecf8427e-3",
                        OptionalLong.of(5_497_558_138_880L),
                        "0055AED6DCD90281E5"));
    }

    @Test
    void null_and_empty_say_as_little_as_absent() {
        var entry = entry(record -> object(record)
                .putNull("versionId")
                .put("eTag", "")
                .putNull("size")
                .put("sequencer", ""));
        assertThat(entry).isEqualTo(PLAIN);
    }

    @Test
    void sequencers_that_mean_the_same_are_the_same() {
        assertThat(entry(record -> object(record).put("sequencer", "0055aed6dcd90281e5")))
                .isEqualTo(entry(record -> object(record).put("sequencer", "0055AED6DCD90281E5")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0x55", " 55", "55\n", "-55", "é", "\u0665", "\ud800"})
    void what_is_no_hexadecimal_number_orders_nothing(String sequencer) {
        assertThat(entry(record -> object(record).put("sequencer", sequencer))).isEqualTo(PLAIN);
    }

    @Test
    void a_sequencer_is_as_long_as_it_may_be_and_no_longer() {
        assertThat(entry(record -> object(record).put("sequencer", "F".repeat(64))))
                .isEqualTo(new Upload(PLAIN.object(), null, OptionalLong.empty(), "F".repeat(64)));
        assertThat(entry(record -> object(record).put("sequencer", "F".repeat(65))))
                .isEqualTo(PLAIN);
        assertThat(entry(record -> object(record).put("sequencer", "F".repeat(36_000))))
                .isEqualTo(PLAIN);
    }

    @Test
    void the_null_version_is_the_unversioned_object() {
        assertThat(entry(record -> object(record).put("versionId", "null"))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "2.1", "2.6", "2.17"})
    void any_minor_version_is_read_and_new_fields_ignored(String version) {
        assertThat(entry(record -> record.put("eventVersion", version).put("new", true)))
                .isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "3.0", "20.1", "v2.1", "2,1", " 2.1"})
    void another_major_version_is_unreadable(String version) {
        assertUnreadable(entry(record -> record.put("eventVersion", version)), "'" + version + "'", "2.x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:s3", "minio:s3", "ceph:s3"})
    void stores_that_speak_like_s3_are_read(String source) {
        assertThat(entry(record -> record.put("eventSource", source))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:dynamodb", "s3", "aws:s3x"})
    void a_record_of_another_service_is_unreadable_whatever_its_event_is_called(String source) {
        var entry = entry(record -> record.put("eventSource", source).put("eventName", "REMOVE"));
        assertUnreadable(entry, "'" + source + "'", "aws:s3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectCreated:Put",
                "s3:ObjectCreated:CompleteMultipartUpload",
                "ObjectCreated:NotYetInvented",
            })
    void every_creation_is_an_upload(String eventName) {
        assertThat(entry(record -> record.put("eventName", eventName))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectRemoved:Delete",
                "ObjectRemoved:DeleteMarkerCreated",
                "s3:ObjectRemoved:Delete",
                "LifecycleExpiration:Delete",
                "LifecycleExpiration:DeleteMarkerCreated",
                "ObjectRemoved:NotYetInvented"
            })
    void every_removal_is_one_with_its_version_and_its_order(String eventName) {
        var entry = entry(record -> object(record.put("eventName", eventName))
                .put("versionId", "v1")
                .put("sequencer", "0055AED6"));
        assertThat(entry).isEqualTo(new Removal(new ObjectId("uploads", "a.jpg", "v1"), "0055AED6"));
        assertThat(entry(record -> record.put("eventName", eventName))).isEqualTo(new Removal(PLAIN.object(), null));
    }

    @Test
    void a_removal_that_names_no_object_is_unreadable() {
        assertUnreadable(
                entry(record -> record.put("eventName", "ObjectRemoved:Delete").remove("s3")), "s3 is missing");
        assertUnreadable(
                entry(record ->
                        object(record.put("eventName", "ObjectRemoved:Delete")).put("key", "%C3")),
                "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectRestore:Delete",
                "ObjectRemovedLookalike",
                "ObjectCreatedLookalike",
                "LifecycleTransition",
                "ReducedRedundancyLostObject"
            })
    void everything_else_is_ignored_even_without_an_object(String eventName) {
        assertThat(entry(record -> record.put("eventName", eventName).remove("s3")))
                .isInstanceOf(Entry.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventVersion", "eventSource", "eventName", "s3"})
    void a_missing_field_is_named(String field) {
        assertUnreadable(entry(record -> record.remove(field)), "body.Records[]." + field + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "7", "1e999", "[]", "{}"})
    void a_field_of_the_wrong_type_is_named(String json) {
        var record = s3Record("a.jpg").toString();
        assertUnreadable(onlyEntry(record.replace("\"a.jpg\"", json)), "body.Records[].s3.object.key is ");
        assertUnreadable(onlyEntry(record.replace("\"uploads\"", json)), "body.Records[].s3.bucket.name is ");
        assertUnreadable(onlyEntry(record.replace("\"2.5\"", json)), "body.Records[].eventVersion is ");
        assertUnreadable(onlyEntry(record.replace("\"ObjectCreated:Put\"", json)), "body.Records[].eventName is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "1e3", "9223372036854775808", "\"7\"", "true", "[]", "{}"})
    void a_size_that_is_no_count_of_bytes_is_unreadable(String json) {
        var entry = onlyEntry(s3Record("a.jpg").toString().replace("\"a.jpg\"", "\"a.jpg\",\"size\":" + json));
        assertUnreadable(entry, "body.Records[].s3.object.size is ", "not a whole number");
    }

    @Test
    void an_empty_object_is_an_upload() {
        assertThat(entry(record -> object(record).put("size", 0)))
                .isInstanceOfSatisfying(
                        Upload.class, upload -> assertThat(upload.size()).hasValue(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos/", "photos/2026/", "/", "photos%2F", "photos_%24folder%24", "a/_$folder$"})
    void what_stands_for_a_folder_is_no_upload(String key) {
        assertThat(entry(record -> object(record).put("key", key).put("size", 0)))
                .isInstanceOfSatisfying(
                        Entry.Ignored.class,
                        ignored -> assertThat(ignored.reason()).contains("stands for a folder", "no upload"));
    }

    @Test
    void a_key_like_a_folders_with_bytes_or_perhaps_some_is_an_upload() {
        assertThat(entry(record -> object(record).put("key", "photos/").put("size", 1)))
                .isInstanceOf(Upload.class);
        assertThat(entry(record -> object(record).put("key", "photos/"))).isInstanceOf(Upload.class);
        assertThat(entry(record -> object(record).put("key", "$folder$.jpg").put("size", 0)))
                .isInstanceOf(Upload.class);
    }

    @Test
    void a_removed_key_that_ends_with_a_slash_may_have_been_a_pictures() {
        assertThat(entry(record ->
                        object(record.put("eventName", "ObjectRemoved:Delete")).put("key", "photos/")))
                .isInstanceOf(Removal.class);
        assertThat(entry(record ->
                        object(record.put("eventName", "ObjectRemoved:Delete")).put("key", "photos_$folder$")))
                .isInstanceOf(Entry.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eTag", "versionId"})
    void what_could_break_out_of_a_header_is_unreadable(String field) {
        assertUnreadable(entry(record -> object(record).put(field, "a\r\nHost: b")), field, "ASCII");
        assertUnreadable(entry(record -> object(record).put(field, "é")), field, "ASCII");
        assertUnreadable(entry(record -> object(record).put(field, "a".repeat(1025))), field, "ASCII");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eTag", "versionId", "sequencer"})
    void what_is_text_elsewhere_must_be_text(String field) {
        assertUnreadable(entry(record -> object(record).put(field, 7)), field + " is the number 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not/a/bucket", "a b", "arn:aws:s3:eu-west-1:123456789012:accesspoint/x", "b?c", ".\n"})
    void a_bucket_that_cannot_be_is_unreadable(String bucket) {
        var entry = entry(record -> ((ObjectNode) record.path("s3").path("bucket")).put("name", bucket));
        assertUnreadable(entry, "is not the name of a bucket");
    }

    @Test
    void a_key_is_at_most_1024_bytes_long_once_it_is_decoded() {
        assertThat(onlyEntry(s3Record("%C3%A9".repeat(512)).toString())).isInstanceOf(Upload.class);
        assertUnreadable(onlyEntry(s3Record("%C3%A9".repeat(512) + "a").toString()), "1024 bytes");
    }

    @Test
    void an_empty_key_is_unreadable() {
        assertUnreadable(onlyEntry(s3Record("").toString()), "body.Records[].s3.object.key is empty");
    }

    @Test
    void a_reason_is_one_short_line_whatever_it_quotes() {
        var hostile = "\u001b[2J\n\u202e" + "x".repeat(100_000);
        assertUnreadable(entry(record -> record.put("eventVersion", hostile)), "2.x");
        assertUnreadable(entry(record -> record.put("eventSource", hostile)), "aws:s3");
        assertUnreadable(entry(record -> object(record).put("key", hostile + "%")), "ends inside");
        assertUnreadable(entry(record -> object(record).put("eTag", hostile)), "ASCII");
        assertThat(entry(record -> record.put("eventName", hostile)))
                .isInstanceOfSatisfying(Entry.Ignored.class, ignored -> assertOneShortLine(ignored.reason()));
        assertThat(entry(record -> object(record)
                        .put("key", "\u001b[2J\n\u202e" + "x".repeat(1000) + "/")
                        .put("size", 0)))
                .isInstanceOfSatisfying(Entry.Ignored.class, ignored -> assertOneShortLine(ignored.reason()));
    }

    private static Entry entry(Consumer<ObjectNode> change) {
        var record = s3Record("a.jpg");
        change.accept(record);
        return onlyEntry(record.toString());
    }

    private static Entry onlyEntry(String record) {
        try {
            return BodyReader.entries("{\"Records\":[" + record + "]}").getFirst();
        } catch (Misread problem) {
            throw new AssertionError(problem);
        }
    }

    private static ObjectNode object(ObjectNode record) {
        return (ObjectNode) record.path("s3").path("object");
    }
}
