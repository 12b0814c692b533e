package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.UPLOAD;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Source;
import renditions.catalog.Tombstone;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;

/// Events that name a version of an upload, in a bucket that keeps all versions.
class VersionsTest {
    private final Desk desk = Desk.versioned();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_older_version_never_lies_over_a_newer_one() throws Exception {
        var older = desk.upload("1200x800");
        var version = version();
        desk.run(desk.upload("60x40"));

        assertThat(desk.run(named(version, older.etag()))).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.text("renditions/a b/c.jpg/square.jpg")).isEqualTo("40x40 jpeg 60");
    }

    @Test
    void the_removal_of_an_older_version_removes_nothing() throws Exception {
        desk.upload("1200x800");
        var version = version();
        desk.run(desk.upload("60x40"));
        desk.store().delete(Cancellation.never(), version);

        assertThat(desk.remove(named(version, null)))
                .isEqualTo(new Outcome.Skipped<>("superseded: there is an upload at this key"));
        assertThat(desk.text("renditions/a b/c.jpg/square.jpg")).isEqualTo("40x40 jpeg 60");
    }

    @Test
    void a_delete_marker_removes_the_renditions() throws Exception {
        desk.run(desk.upload("1200x800"));
        desk.removeUpload();

        desk.remove(named(new ObjectId(UPLOAD.bucket(), UPLOAD.key(), "of the marker"), null));
        assertThat(desk.known()).isInstanceOf(Tombstone.class);
    }

    /// The newest version of the upload.
    private ObjectId version() {
        var facts = (ObjectFacts) desk.store().head(Cancellation.never(), UPLOAD);
        return new ObjectId(UPLOAD.bucket(), UPLOAD.key(), facts.version());
    }

    /// An event that says nothing of the order.
    private static Source named(ObjectId version, @Nullable String etag) {
        return new Source(version, etag, OptionalLong.empty(), null, 1);
    }
}
