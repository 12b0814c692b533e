package renditions.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renditions.event.Entry;
import renditions.event.Upload;
import renditions.local.cloud.UploadedObject;
import renditions.local.replay.Replayed.Unplayed;
import renditions.store.ObjectId;

final class ReplayPicturesTest {
    private static final String MD5 = "5d41402abc4b2a76b9719d911017c592"; // of "hello"
    private static final String IN_PARTS = "0123456789abcdef0123456789abcdef-3";

    private final List<String> stored = new ArrayList<>();
    private final List<String> lookedUp = new ArrayList<>();
    private PictureStore store = this::keep;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "hello");
    }

    @Test
    void a_picture_that_is_the_events_content_needs_no_note() throws IOException {
        assertThat(notes(upload("inbox/a.jpg", null, MD5))).isEmpty();
        assertThat(notes(upload("inbox/a.jpg", null, "\"" + MD5 + "\""))).isEmpty();
        assertThat(notes(upload("inbox/a.jpg", null, null))).isEmpty();
    }

    @Test
    void a_picture_of_other_content_is_said_to_be_so() throws IOException {
        assertThat(notes(upload("inbox/a.jpg", null, "0123")))
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .startsWith(folder.resolve("a.jpg") + " is other content, with the ETag " + MD5
                                + "; the event names 0123. So this is as if the upload had been replaced since"));
    }

    @Test
    void a_version_is_said_not_to_be_kept() throws IOException {
        assertThat(notes(upload("inbox/a.jpg", "v9", MD5)))
                .singleElement()
                .satisfies(note -> assertThat(note).startsWith("the event names the version v9, which a folder"));
    }

    @Test
    void an_upload_in_parts_gets_an_etag_that_a_file_can_have() throws IOException {
        var pictures = pictures(upload("inbox/a.jpg", "v1", IN_PARTS), upload("inbox/none.jpg", null, IN_PARTS));

        assertThat(pictures.etags()).isEqualTo(Map.of(new ObjectId("uploads", "inbox/a.jpg"), MD5));
        assertThat(pictures.notes(upload("inbox/a.jpg", null, MD5)))
                .singleElement()
                .satisfies(note -> assertThat(note).startsWith("it was uploaded in parts"));
    }

    @Test
    void two_uploads_in_parts_with_one_etag_have_each_its_own_picture() throws IOException {
        Files.writeString(folder.resolve("b.jpg"), "other");
        var pictures = pictures(upload("a.jpg", null, IN_PARTS), upload("b.jpg", null, IN_PARTS));

        assertThat(pictures.etags())
                .containsEntry(new ObjectId("uploads", "a.jpg"), MD5)
                .containsKey(new ObjectId("uploads", "b.jpg"))
                .doesNotContainEntry(new ObjectId("uploads", "b.jpg"), MD5);
        assertThat(pictures.notes(upload("b.jpg", null, MD5)))
                .singleElement()
                .satisfies(note -> assertThat(note).contains("is other content"));
    }

    @Test
    void each_picture_is_stored_once_however_many_messages_name_it() throws IOException {
        pictures(upload("a.jpg", null, MD5), upload("a.jpg", "v2", IN_PARTS), upload("b/a.jpg", null, MD5));

        assertThat(stored).containsExactly("a.jpg", "b/a.jpg");
        assertThat(lookedUp).containsExactly("a.jpg", "a.jpg", "b/a.jpg");
    }

    @Test
    void a_picture_that_the_function_would_not_download_is_not_read() throws IOException {
        try (var sparse = new RandomAccessFile(folder.resolve("huge.jpg").toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }

        assertThat(unplayed(upload("huge.jpg", null, null)).why())
                .isEqualTo(folder.resolve("huge.jpg") + " has 3,000,000,000 bytes, more than the 9 of MAX_UPLOAD_MB:"
                        + " the function would refuse it as TOO_LARGE");
        assertThat(stored).isEmpty();
    }

    @Test
    void pictures_for_which_there_is_no_room_are_not_read() throws IOException {
        for (var name : List.of("b", "c", "d")) {
            Files.writeString(folder.resolve(name), "1234567");
        }
        var last = upload("d", null, null);
        var pictures = pictures(upload("b", null, null), upload("c", null, null), last);

        assertThat(stored).containsExactly("b", "c");
        assertThat(pictures.unplayed(last))
                .contains(new Unplayed(
                        "s3://uploads/d",
                        "no room: " + folder.resolve("d")
                                + " has 7 bytes, and the memory for all pictures of a replay is 20",
                        "Replay fewer messages at once."));
    }

    @Test
    void a_missing_picture_says_where_it_was_looked_for_and_how_to_get_it() throws IOException {
        assertThat(missing("it's/b.jpg"))
                .isEqualTo(new Unplayed(
                        "s3://uploads/it's/b.jpg",
                        "no picture: looked for " + folder.resolve("it's/b.jpg") + " and " + folder.resolve("b.jpg"),
                        "Download it with: aws s3 cp 's3://uploads/it'\\''s/b.jpg' '"
                                + folder.resolve("it's/b.jpg").toString().replace("'", "'\\''")
                                + "', and replay again. If S3 no longer has it, drop the message."));
    }

    @Test
    void a_name_that_cannot_be_typed_is_in_no_command() throws IOException {
        assertThat(missing("a\u001Bb.jpg").next())
                .isEqualTo("Download it to one of these names, which hold characters that are written out here,"
                        + " and replay again. If S3 no longer has it, drop the message.");
    }

    @Test
    void a_name_that_no_file_can_have_is_said_to_be_so() throws IOException {
        assertThat(missing("a/..").why()).isEqualTo("no picture: no file in " + folder + " can have its name");
    }

    @Test
    void a_picture_that_the_store_refuses_is_not_said_to_be_missing() throws IOException {
        assertThat(pictures(upload("inbox/a.jpg", null, MD5)).unplayed(upload("inbox/a.jpg", null, MD5)))
                .isEmpty();

        store = (_, file) -> new Picture.Refused(file, "a reason");
        assertThat(unplayed(upload("inbox/a.jpg", null, MD5)))
                .isEqualTo(
                        new Unplayed(
                                "s3://uploads/inbox/a.jpg",
                                "a reason",
                                "Its picture is in the folder, but the embedded S3 treats keys as paths: try this key on AWS."));
    }

    @Test
    void a_bucket_whose_name_the_store_refuses_is_said_to_be_the_reason() throws IOException {
        store = (_, file) -> new Picture.Refused(file, "a reason");
        var upload = new Upload(new ObjectId("My_Uploads", "a.jpg"), MD5, OptionalLong.empty(), null);

        assertThat(unplayed(upload).next()).startsWith("The embedded S3 takes only bucket names");
    }

    private Unplayed missing(String key) throws IOException {
        return unplayed(upload(key, null, null));
    }

    private Unplayed unplayed(Upload upload) throws IOException {
        return pictures(upload).unplayed(upload).orElseThrow();
    }

    private List<String> notes(Upload upload) throws IOException {
        return pictures(upload).notes(upload);
    }

    private ReplayPictures pictures(Entry... entries) throws IOException {
        folder = folder.toRealPath();
        var limits = new ReplayPictures.Limits(9, 20);
        return ReplayPictures.of(folder, List.of(entries), limits, store, lookedUp::add);
    }

    private Picture keep(ObjectId upload, Path file) {
        stored.add(upload.key());
        try {
            return new Picture.Stored(file, UploadedObject.eTag(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Upload upload(String key, @Nullable String version, @Nullable String etag) {
        return new Upload(new ObjectId("uploads", key, version), etag, OptionalLong.empty(), null);
    }
}
