package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renditions.json.Json;
import renditions.local.report.Terminal;

/// `make replay`, from the user's side.
final class ReplayIT {
    private static final String UPLOADS =
            Path.of("events", "uploads").toAbsolutePath().toString();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "LIBVIPS", System.getenv().getOrDefault("LIBVIPS", ""), "RENDITIONS", "[{\"name\":\"s\",\"width\":64}]"));

    @TempDir
    private Path folder;

    @Test
    void dead_letters_say_why_they_died_and_what_to_do() throws Exception {
        var dead = exported(
                letter("one", 6, "inbox/3-city-at-night.jpg"),
                letter("two", 6, "inbox/2-lighthouse+at+noon.jpg"),
                letter("three", 6, "inbox/folder/"));

        assertThat(replay(dead, UPLOADS)).isEqualTo(2);

        assertThat(lines())
                .startsWith(
                        "message 1 of 3, one, received 6 times: it would be redelivered,"
                                + " and after too many receives be a dead letter",
                        "  ✕ failed, CORRUPT: s3://uploads/inbox/3-city-at-night.jpg")
                .contains(
                        "message 2 of 3, two, received 6 times: it would be acknowledged and deleted",
                        "  ✓ made: s3://uploads/inbox/2-lighthouse at noon.jpg",
                        "    2 renditions",
                        "message 3 of 3, three, received 6 times: not known, for not all of it could be replayed",
                        "  ? not replayed: s3://uploads/inbox/folder/")
                .endsWith("3 messages: 1 would be deleted, 1 would be redelivered, 1 not known");
        assertThat(lines().get(2)).startsWith("    the picture is damaged");
        assertThat(lines().get(3)).startsWith("    next: The upload is at fault. Have it uploaded again");
        assertThat(err.toString(UTF_8))
                .startsWith("replaying 3 messages of " + dead + ", with the pictures in " + UPLOADS + "\n")
                .contains("\n3 of 3 pictures, last ", "\n3 of 3 items, last ")
                .endsWith("1 message could not be replayed: above is what to do about it.\n");
    }

    @Test
    void a_body_alone_is_replayed_with_the_picture_beside_it() throws Exception {
        Files.copy(Path.of(UPLOADS, "4-maple-leaf+shadow.png"), folder.resolve("a leaf.png"));
        var body = Files.writeString(folder.resolve("m.json"), notification("inbox/a+leaf.png", ""));

        assertThat(replay(body, null)).isZero();

        assertThat(lines())
                .containsExactly(
                        "message 1 of 1, message 1, received 1 time: it would be acknowledged and deleted",
                        "  ✓ made: s3://uploads/inbox/a leaf.png",
                        "    2 renditions",
                        "    next: Redrive the message: its renditions would be made.",
                        "1 message: 1 would be deleted");
    }

    @Test
    void renditions_differ_by_the_keys_of_presets() throws Exception {
        environment.put("RENDITIONS", """
                [{"keys": "*.png", "renditions": [{"name": "p", "width": 8, "formats": ["png"]}]},
                 {"keys": "*", "renditions": [{"name": "s", "width": 64}]}]""");

        assertThat(replay(exported(letter("1", 1, "in/4-maple-leaf%2Bshadow.png")), UPLOADS))
                .isZero();
        assertThat(lines()).contains("    1 rendition");
    }

    @Test
    void an_upload_in_parts_is_replayed_and_other_content_is_superseded() throws Exception {
        var parts = notification(
                "1-mountain-lake.jpg", ",\"eTag\":\"0123456789abcdef0123456789abcdef-3\",\"versionId\":\"v9\"");
        var other = notification("4-maple-leaf%2Bshadow.png", ",\"eTag\":\"0123456789abcdef0123456789abcdef\"");
        var file = Files.writeString(folder.resolve("m.json"), parts + "\n" + other);

        assertThat(replay(file, UPLOADS)).isZero();

        assertThat(lines())
                .contains("  ✓ made: s3://uploads/1-mountain-lake.jpg?versionId=v9")
                .anyMatch(line -> line.startsWith("    note: it was uploaded in parts, so its ETag is no digest: "))
                .anyMatch(line -> line.startsWith("    note: the event names the version v9"))
                .contains("  – skipped: s3://uploads/4-maple-leaf+shadow.png")
                .contains("    superseded: it was replaced, and its new content has an event of its own")
                .anyMatch(line -> line.contains(" is other content, with the ETag "));
    }

    @Test
    void what_others_sent_to_the_queue_is_told_apart() throws Exception {
        var file = exported(
                letter("sns", "{\"Type\":\"Notification\",\"TopicArn\":\"t\",\"Message\":\"{}\"}"),
                letter("bridge", "{\"detail-type\":\"Object Created\",\"source\":\"aws.s3\"}"),
                letter("test", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}"),
                letter("\u001B[2Jtext", "hello"));

        assertThat(replay(file, UPLOADS)).isZero();

        assertThat(lines())
                .contains("  ✕ failed, UNREADABLE: message sns", "  ✕ failed, UNREADABLE: message bridge")
                .contains("  – skipped: message test")
                .contains(
                        "    body.Message.Records is missing, there are no fields",
                        "    body.detail is missing, not an object")
                .anyMatch(line -> line.startsWith("message 4 of 4, <U+001B>[2Jtext, received 1 time: "))
                .anyMatch(line -> line.startsWith("    next: The message is no S3 notification, "))
                .noneMatch(line -> line.contains("\u001B"))
                .endsWith("4 messages: 1 would be deleted, 3 would be redelivered");
    }

    @Test
    void keys_never_lead_out_of_the_folder_and_a_store_that_refuses_them_is_named() throws Exception {
        Files.writeString(folder.resolve("secret.jpg"), "secret");
        Files.copy(
                Path.of(UPLOADS, "1-mountain-lake.jpg"),
                Files.createDirectory(folder.resolve("in")).resolve("lake.jpg"));
        var file = exported(
                letter("1", 1, "../secret.jpg"),
                letter("2", 1, folder.resolve("secret.jpg").toString()),
                letter("3", 1, "../../lake.jpg"));

        assertThat(replay(file, folder.resolve("in").toString())).isEqualTo(2);

        assertThat(lines())
                .contains("    no picture: looked for " + folder.toRealPath().resolve("in/secret.jpg"))
                .anyMatch(line -> line.startsWith("    the embedded S3 does not take it: "))
                .endsWith("3 messages: 3 not known");
    }

    @Test
    void what_is_settled_without_a_picture_needs_none() throws Exception {
        environment.put("UPLOADS_BUCKET", "uploads");
        environment.put("KEY_PATTERN", "in*");
        var file = exported(
                letter("foreign", notification("in/a.jpg", "").replace("\"uploads\"", "\"My_Pictures\"")),
                letter("pattern", 1, ".DS_Store"),
                letter("long", 1, "in" + "k".repeat(1010)),
                letter("missing", 1, "in/a.jpg"));

        assertThat(replay(file, UPLOADS)).isEqualTo(2);

        assertThat(lines())
                .contains("  ✕ failed, FOREIGN_BUCKET: s3://My_Pictures/in/a.jpg", "    no picture by KEY_PATTERN")
                .contains("  ✕ failed, KEY_TOO_LONG: s3://uploads/in" + "k".repeat(1010))
                .contains("  ? not replayed: s3://uploads/in/a.jpg")
                .endsWith("4 messages: 1 would be deleted, 2 would be redelivered, 1 not known");
    }

    @Test
    void a_whole_event_is_replayed_as_it_is() throws Exception {
        assertThat(replay(Path.of("events", "fifo-two-groups.json"), UPLOADS)).isZero();

        assertThat(lines())
                .anyMatch(line -> line.contains("not started: s3://uploads/inbox/1-mountain-lake.jpg"))
                .endsWith("4 messages: 2 would be deleted, 2 would be redelivered");
    }

    @Test
    void hundreds_of_messages_about_one_picture_are_one_piece_of_work() throws Exception {
        var letters = new ArrayList<String>();
        for (int i = 0; i < 1500; i++) {
            letters.add(letter("m" + i, 6, "inbox/4-maple-leaf%2Bshadow.png"));
        }

        assertThat(replay(exported(letters.toArray(String[]::new)), UPLOADS)).isZero();

        assertThat(lines()).hasSize(4 * 1500 + 1).endsWith("1,500 messages: 1,500 would be deleted");
    }

    @Test
    void what_cannot_be_replayed_is_refused_with_one_sentence() throws Exception {
        refused("The message nowhere.json does not exist.\n", Path.of("nowhere.json"));
        refused("The message F/m.json is not JSON: see line 1, column", write("hello"));
        refused("The message F/m.json holds no messages.\n", write("{\"Messages\":[]}"));
        refused("The message F/m.json is empty. The AWS CLI prints nothing", write(""));
    }

    private void refused(String sentence, Path message) throws Exception {
        err.reset();
        assertThat(replay(message, null)).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .startsWith(sentence.replace("F/", folder + "/"))
                .hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    private Path exported(String... letters) throws IOException {
        return write("{\"Messages\":[" + String.join(",", letters) + "]}");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("m.json"), text);
    }

    private static String letter(String id, int receives, String key) {
        return new String(
                Json.write(Json.object()
                        .put("MessageId", id)
                        .put("ReceiptHandle", "r")
                        .put("Body", notification(key, ""))
                        .set("Attributes", Json.object().put("ApproximateReceiveCount", Integer.toString(receives)))),
                UTF_8);
    }

    private static String letter(String id, String body) {
        return new String(
                Json.write(Json.object()
                        .put("MessageId", id)
                        .put("ReceiptHandle", "r")
                        .put("Body", body)),
                UTF_8);
    }

    /// @param key as S3 encodes it
    private static String notification(String key, String more) {
        return """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put","s3":
                {"bucket":{"name":"uploads"},"object":{"key":"%s"%s}}}]}""".formatted(key, more);
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }

    private int replay(Path message, @Nullable String photos) throws Exception {
        var arguments = new ArrayList<>(List.of("--message", message.toString()));
        if (photos != null) {
            arguments.addAll(List.of("--photos", photos));
        }
        var screen = new Terminal(false, false, true);
        return new LocalRun(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        screen,
                        environment,
                        TriedRun.SHEET)
                .run(arguments);
    }
}
