package renditions.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renditions.event.Entry;
import renditions.event.Upload;
import renditions.local.replay.Replayed.Unplayed;
import renditions.store.ObjectId;

final class ReplayPicturesTest {
    private static final String MD5 = "5d41402abc4b2a76b9719d911017c592"; // of "hello"
    private static final String IN_PARTS = "0123456789abcdef0123456789abcdef-3";

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
        var pictures = pictures(upload("inbox/a.jpg", null, IN_PARTS), upload("inbox/none.jpg", null, "1-1"));

        assertThat(pictures.etags()).isEqualTo(Map.of(IN_PARTS, MD5));
        assertThat(pictures.notes(upload("inbox/a.jpg", null, MD5)))
                .singleElement()
                .satisfies(note -> assertThat(note).startsWith("it was uploaded in parts"));
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
        var upload = upload("inbox/a.jpg", null, MD5);

        assertThat(pictures(upload).missing(upload, Map.of())).isEmpty();
        assertThat(pictures(upload).missing(upload, Map.of(upload.object(), "a reason")))
                .hasValueSatisfying(entry -> assertThat(entry.why()).isEqualTo("a reason"));
    }

    private Unplayed missing(String key) throws IOException {
        var upload = upload(key, null, null);
        return pictures(upload).missing(upload, Map.of()).orElseThrow();
    }

    private List<String> notes(Upload upload) throws IOException {
        return pictures(upload).notes(upload);
    }

    private ReplayPictures pictures(Entry... entries) throws IOException {
        folder = folder.toRealPath();
        return ReplayPictures.of(folder, List.of(entries));
    }

    private static Upload upload(String key, @Nullable String version, @Nullable String etag) {
        return new Upload(new ObjectId("uploads", key, version), etag, OptionalLong.empty(), null);
    }
}
