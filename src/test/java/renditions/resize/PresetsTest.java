package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Known;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.catalog.Presets;
import renditions.catalog.Source;
import renditions.catalog.Tombstone;
import renditions.store.ObjectId;
import renditions.testing.MemoryStore;

/// Uploads of which other renditions are made than of others.
class PresetsTest {
    private static final ObjectId AVATAR = new ObjectId("in", "avatars/me.jpg");
    private static final ObjectId PHOTO = new ObjectId("in", "photos/sea.jpg");
    private static final byte[] PICTURE = "1200x800".getBytes(UTF_8);

    private final Desk desk = new Desk();
    private final ResizeJob job = job("64");

    @AfterEach
    void close() {
        desk.close();
    }

    /// @param width of avatars
    private ResizeJob job(String width) {
        return desk.job(Desk.SET).with(Presets.parse("""
                [{"keys": "avatars/*", "renditions": [{"name": "face", "width": %s, "formats": ["png"]}]},
                 {"keys": "*", "renditions": [{"name": "page", "width": 640, "formats": ["jpeg"]}]}]""".formatted(width)));
    }

    @Test
    void each_upload_gets_the_renditions_of_its_preset() throws Exception {
        assertThat(job.run(Cancellation.never(), upload(AVATAR))).isInstanceOf(Outcome.Done.class);
        assertThat(job.run(Cancellation.never(), upload(PHOTO))).isInstanceOf(Outcome.Done.class);

        assertThat(desk.store().list("out"))
                .containsOnlyKeys(
                        "renditions/avatars/me.jpg/face.png",
                        "manifests/avatars/me.jpg",
                        "renditions/photos/sea.jpg/page.jpg",
                        "manifests/photos/sea.jpg");
        assertThat(manifest(AVATAR).settings()).isNotEqualTo(manifest(PHOTO).settings());
        assertThat(manifest(AVATAR).srcset().values()).containsExactly("/renditions/avatars/me.jpg/face.png 64w");
    }

    @Test
    void only_uploads_whose_preset_has_changed_are_stale() throws Exception {
        job.run(Cancellation.never(), upload(AVATAR));
        job.run(Cancellation.never(), upload(PHOTO));
        var changed = job("96");

        assertThat(changed.run(Cancellation.never(), event(PHOTO, 1)))
                .isEqualTo(new Outcome.Skipped<>("its renditions are up to date"));
        assertThat(changed.run(Cancellation.never(), event(AVATAR, 1))).isInstanceOf(Outcome.Done.class);
        assertThat(desk.text("renditions/avatars/me.jpg/face.png")).isEqualTo("96x64 png 80");
    }

    @Test
    void what_an_interrupted_attempt_made_by_the_preset_is_found_again_and_goes_with_the_upload() throws Exception {
        var upload = upload(AVATAR);
        job.run(Cancellation.never(), upload);
        desk.store().delete(Cancellation.never(), new ObjectId("out", "manifests/avatars/me.jpg"));
        int before = desk.store().calls().size();

        job.run(Cancellation.never(), event(AVATAR, 2));
        assertThat(desk.store().calls().subList(before, desk.store().calls().size()))
                .doesNotContain("PUT renditions/avatars/me.jpg/face.png")
                .contains("PUT manifests/avatars/me.jpg");

        desk.store().delete(Cancellation.never(), AVATAR);
        desk.store().delete(Cancellation.never(), new ObjectId("out", "manifests/avatars/me.jpg"));
        assertThat(job.run(Cancellation.never(), event(AVATAR, 2))).isInstanceOf(Outcome.Skipped.class);
        assertThat(desk.store().list("out")).containsOnlyKeys("manifests/avatars/me.jpg");
        assertThat(known(AVATAR)).isInstanceOf(Tombstone.class);
    }

    @Test
    void a_key_has_room_enough_if_it_has_for_the_renditions_of_its_preset() throws Exception {
        var shorter = desk.job(Desk.SET).with(Presets.parse("""
                [{"keys": "avatars/*", "renditions": [{"name": "f", "width": 9, "formats": ["png"]}]},
                 {"keys": "*", "renditions": [{"name": "%s", "width": 9, "formats": ["png"]}]}]""".formatted("n".repeat(40))));
        int room = ObjectId.LONGEST_KEY_BYTES - "renditions//f.png".length();

        assertThat(run(shorter, "avatars/" + "k".repeat(room - 8))).isInstanceOf(Outcome.Done.class);
        assertThat(Desk.problem(run(shorter, "k".repeat(room))).code()).isEqualTo("KEY_TOO_LONG");
    }

    private Outcome<Made> run(ResizeJob presets, String key) throws InterruptedException {
        return presets.run(Cancellation.never(), upload(new ObjectId("in", key)));
    }

    private Source upload(ObjectId object) {
        desk.store().add(object, PICTURE);
        return event(object, 1);
    }

    private static Source event(ObjectId object, int receives) {
        return new Source(object, MemoryStore.etag(PICTURE), OptionalLong.empty(), "1", receives);
    }

    private Manifest manifest(ObjectId upload) {
        return (Manifest) known(upload);
    }

    private Known known(ObjectId upload) {
        var text = desk.text("manifests/" + upload.key()).getBytes(UTF_8);
        return Known.read(MemorySegment.ofArray(text)).orElseThrow();
    }
}
