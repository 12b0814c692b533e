package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `make run`, from the user's side.
class LocalRunIT {
    private final TriedRun run = new TriedRun();

    @TempDir
    private Path folder;

    @Test
    void five_uploads_the_third_is_redelivered_alone_and_ends_in_the_dead_letter_queue() throws Exception {
        assertThat(run.of()).isZero();

        var lines = run.out().lines().toList();
        assertThat(lines.get(0))
                .matches("receive 1 at .*: 5 messages, answered in .* ms, 4 deleted, 1 not acknowledged");
        assertThat(lines.get(1)).matches("receive 2 at .*: 1 message, answered in .* ms, 1 not acknowledged");
        assertThat(lines.get(2)).matches("receive 3 at .*: 1 message, answered in .* ms, 1 not acknowledged");
        assertThat(lines.get(3)).contains("made", "inbox/1-mountain-lake.jpg", "1600x1067", "ms", "2 renditions");
        assertThat(lines.get(4)).contains("made", "inbox/2-lighthouse at noon.jpg", "1067x1600");
        assertThat(lines.get(5)).contains("failed", "inbox/3-city-at-night.jpg", "the picture is damaged");
        assertThat(lines.get(6)).contains("made", "inbox/4-maple-leaf+shadow.png", "720x720");
        assertThat(lines.get(7)).contains("made", "inbox/5-balloons-at-dawn.webp", "1600x1067");
        assertThat(lines.get(8)).contains("5 uploads", "4 made, 1 failed");
        assertThat(lines.get(9)).startsWith("reply: {\"batchItemFailures\":[{\"itemIdentifier\":\"");
        assertThat(lines.subList(10, 13))
                .containsExactly(
                        "deleted from the queue: 4 messages",
                        "in the dead-letter queue: 1 message",
                        "  inbox/3-city-at-night.jpg, received 3 times");
        assertThat(lines.subList(19, lines.size()))
                .containsExactly(
                        "what to do about CORRUPT: docs/runbook.md, section 'Dead letters'",
                        "contact sheet: " + TriedRun.SHEET + " (open it in a browser)");
        assertThat(Files.readString(TriedRun.SHEET))
                .contains("3-city-at-night.jpg", "the picture is damaged", "data:image/webp")
                .containsPattern("received 3 times, at .* s, .* s and .* s, then moved to the dead-letter queue");
        assertThat(run.err()).contains("5 of 5");
    }

    @Test
    void then_an_upload_is_replaced_while_its_batch_runs_and_nothing_is_stale() throws Exception {
        assertThat(run.of("--receives", "1")).isZero();

        assertThat(replaced())
                .containsExactly(
                        "then inbox/6-old-tree.jpg, replaced while its batch runs:",
                        "  at T s summer.jpg is uploaded",
                        "  at T s its batch is about to store the first rendition when autumn.jpg replaces it",
                        "  at T s the batch of autumn.jpg is answered: made",
                        "  at T s the batch of summer.jpg is answered: its rendition came late and covered a newer one,"
                                + " and its commit was refused, so it made the renditions of autumn.jpg again",
                        "  in the end 2 renditions and the manifest are of autumn.jpg, none of summer.jpg:"
                                + " nothing is stale");
        assertThat(Files.readString(TriedRun.SHEET))
                .contains("Then one more, replaced while its batch ran", "<b>summer.jpg</b> came first")
                .contains("none of summer.jpg: nothing is stale", "alt=\"6-old-tree.jpg, rendition s as webp\"");
        assertThat(run.err()).contains("One more upload, which is replaced while its batch runs.");
    }

    @Test
    void with_addresses_whose_content_never_changes_the_late_rendition_covers_nothing() throws Exception {
        run.environment().put("KEY_LAYOUT", "versioned");

        assertThat(run.of("--receives", "1")).isZero();

        assertThat(replaced())
                .contains(
                        "  at T s the batch of summer.jpg is answered: skipped, its renditions were looked at and are right",
                        "  in the end 2 renditions and the manifest are of autumn.jpg, none of summer.jpg:"
                                + " nothing is stale");
    }

    @Test
    void an_upload_whose_batch_stores_nothing_is_not_replaced_and_says_so() throws Exception {
        run.environment().put("KEY_PATTERN", "*.png");

        assertThat(run.of("--receives", "1")).isZero();

        assertThat(replaced())
                .containsExactly(
                        "then inbox/6-old-tree.jpg, replaced while its batch runs:",
                        "  at T s summer.jpg is uploaded",
                        "  at T s the batch of summer.jpg is answered: skipped, no picture by KEY_PATTERN",
                        "  summer.jpg was not replaced: its batch stored no rendition");
    }

    @Test
    void ones_own_pictures_whatever_they_are() throws Exception {
        Files.copy(Path.of("events/uploads/1-mountain-lake.jpg"), folder.resolve("My Photo #1.jpg"));
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/notes.txt"), "no picture");
        Files.createFile(folder.resolve("sub/empty.png"));

        assertThat(run.of("--photos", folder.toString(), "--receives", "2")).isZero();

        assertThat(run.out())
                .containsPattern("made +inbox/My Photo #1.jpg")
                .containsPattern("failed +inbox/sub/empty.png .*the file is empty")
                .containsPattern("failed +inbox/sub/notes.txt .*cannot be read as a picture")
                .contains("deleted from the queue: 1 message\n", "in the dead-letter queue: 2 messages")
                .contains("  inbox/sub/empty.png, received 2 times");
    }

    @Test
    void a_quarantined_upload_shows_its_report() throws Exception {
        run.environment().put("CORRUPT", "quarantine");
        Files.writeString(folder.resolve("notes.txt"), "no picture");

        assertThat(run.of("--photos", folder.toString(), "--receives", "1")).isZero();

        assertThat(run.out())
                .containsPattern(
                        "quarantined +inbox/notes.txt .*; report: s3://renditions/quarantine/inbox/notes.txt/\\w+.json")
                .contains("deleted from the queue: 1 message\n");
        assertThat(Files.readString(TriedRun.SHEET))
                .containsPattern(
                        "<a href=\"data:application/json;base64,[^\"]{100,}\" download=\"\\w+.json\"><bdi>s3://renditions/q");
    }

    @Test
    void an_upload_that_s3_does_not_take_is_said_to_have_failed() throws Exception {
        var deep = folder;
        for (int i = 0; i < 6; i++) {
            deep = deep.resolve("d".repeat(200));
        }
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("key-of-more-than-1024-bytes.jpg"), "no picture");
        Files.copy(Path.of("events/uploads/4-maple-leaf+shadow.png"), folder.resolve("leaf.png"));

        assertThat(run.of("--photos", folder.toString(), "--receives", "1")).isZero();

        assertThat(run.out())
                .containsPattern("failed +inbox/ddd.* S3 takes keys of up to 1,024 bytes")
                .containsPattern("made +inbox/leaf.png")
                .contains("deleted from the queue: 1 message\n", "in the dead-letter queue: no messages");
    }

    @Test
    void what_cannot_be_run_is_refused_with_one_sentence() throws Exception {
        refused("RECEIVES is 'often', allowed: a whole number from 1 to 1000", "--receives", "often");
        refused("The folder nowhere does not exist.", "--photos", "nowhere");
        refused("The folder " + folder + " holds no files.", "--photos", folder.toString());
        refused("The event nowhere.json does not exist.", "--event", "nowhere.json");
        var text = Files.writeString(folder.resolve("text.json"), "hello").toString();
        refused("The event " + text + " is not JSON: see line 1, column", "--event", text);
        var other = Files.writeString(folder.resolve("other.json"), "{\"a\":1}").toString();
        refused("No source of this function sends such an event, ", "--event", other);
    }

    @Test
    void a_wrong_setting_is_refused_with_one_sentence() throws Exception {
        run.environment().put("MAX_UPLOAD_MB", "0");

        refused("the setting MAX_UPLOAD_MB is '0', allowed: a whole number from 1 to 1000");
    }

    @Test
    void a_missing_libvips_is_refused_with_one_sentence() throws Exception {
        run.environment().put("LIBVIPS", "nowhere.so");

        refused(
                "the setting LIBVIPS is 'nowhere.so', tried nowhere.so (no such file), allowed: the shared library of libvips");
    }

    /// What is told of the replaced upload, without the times.
    @Test
    void a_tick_has_what_was_deleted_and_what_was_replaced_without_a_word_made_again() throws Exception {
        assertThat(run.of("--event", "events/scheduled-reprocessing.json")).isZero();

        var lines = run.out().lines().toList();
        assertThat(lines.subList(0, 3))
                .containsExactly(
                        "deleted renditions/inbox/1-mountain-lake.jpg/s.jpg",
                        "replaced inbox/5-balloons-at-dawn.webp, and lost the message about it",
                        "tick: { \"reprocess\": { \"prefix\": \"inbox/\", \"verify\": true } }");
        assertThat(lines.get(3)).contains("\"ending\":\"finished\",\"listed\":4,", "\"missing\":0", "\"sent\":4");
        assertThat(lines.get(4)).contains("made", "inbox/1-mountain-lake.jpg", "2 renditions");
        assertThat(lines.get(5)).contains("skipped", "inbox/2-lighthouse at noon.jpg", "looked at and are right");
        assertThat(lines.get(6)).contains("skipped", "inbox/4-maple-leaf+shadow.png", "looked at and are right");
        assertThat(lines.get(7)).contains("made", "inbox/5-balloons-at-dawn.webp", "2 renditions");
        assertThat(Files.readString(TriedRun.SHEET)).contains("1-mountain-lake.jpg, rendition s as webp");
    }

    private List<String> replaced() {
        return run.out()
                .lines()
                .dropWhile(line -> !line.startsWith("then "))
                .takeWhile(line -> line.startsWith("then ") || line.startsWith("  "))
                .map(line -> line.replaceFirst("at [0-9.]+ s", "at T s"))
                .toList();
    }

    private void refused(String sentence, String... arguments) throws Exception {
        run.forgetErr();
        assertThat(run.of(arguments)).isEqualTo(2);
        assertThat(run.err().lines().filter(line -> line.startsWith(sentence))).hasSize(1);
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }
}
