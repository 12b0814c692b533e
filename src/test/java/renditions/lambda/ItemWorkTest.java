package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Cost;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.batch.Severity;
import renditions.catalog.KeyLayout;
import renditions.catalog.KeyPattern;
import renditions.catalog.Made;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.event.Entry;
import renditions.event.Item;
import renditions.event.Removal;
import renditions.event.Upload;
import renditions.image.ImageLimits;
import renditions.resize.CostModel;
import renditions.resize.JobSettings;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.resize.JobSettings.MissingUploads;
import renditions.resize.Memory;
import renditions.resize.ResizeJob;
import renditions.store.ObjectId;
import renditions.testing.MemoryStore;
import renditions.testing.PaperImages;

/// What is done with each kind of entry.
final class ItemWorkTest {
    private static final KeyPattern PICTURES = new KeyPattern("*.{jpg,png}");
    private static final Outcome<Made> NO_PICTURE = new Outcome.Skipped<>("no picture by KEY_PATTERN");

    private final MemoryStore store = new MemoryStore();
    private final Lanes lanes = new Lanes(NanoClock.system(), 1, 1);

    @AfterEach
    void closeLanes() {
        lanes.close();
    }

    @Test
    void a_picture_is_made_and_expected_to_cost_something() throws Exception {
        var upload = upload("photos/A.JPG");
        store.add(upload.object(), "1200x800".getBytes(UTF_8));

        assertThat(run(upload)).isInstanceOf(Outcome.Done.class);
        assertThat(work(true).of(item(upload))).isNotEqualTo(Cost.NONE);
    }

    @Test
    void what_is_no_picture_by_its_key_is_skipped_without_a_look() throws Exception {
        var upload = upload("photos/.DS_Store");
        store.add(upload.object(), "1200x800".getBytes(UTF_8));

        assertThat(run(upload)).isEqualTo(NO_PICTURE);
        assertThat(run(new Removal(upload.object(), null))).isEqualTo(NO_PICTURE);
        assertThat(work(true).of(item(upload))).isEqualTo(Cost.NONE);
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void an_object_in_another_bucket_is_refused_without_a_look() throws Exception {
        var upload = new Upload(new ObjectId("secret", "a.jpg"), null, OptionalLong.empty(), null);
        store.add(upload.object(), "1200x800".getBytes(UTF_8));

        for (var entry : List.of(upload, new Removal(upload.object(), null))) {
            assertThat(run(entry)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.problem().code()).isEqualTo("FOREIGN_BUCKET");
                assertThat(failed.problem().severity()).isEqualTo(Severity.PERMANENT);
                assertThat(failed.problem().message()).contains("secret", "bucket in", "UPLOADS_BUCKET");
            });
        }
        assertThat(work(true).of(item(upload))).isEqualTo(Cost.NONE);
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void a_removal_takes_the_renditions_with_it_unless_the_settings_say_otherwise() throws Exception {
        var removal = new Removal(new ObjectId("in", "a.jpg"), "0A");

        assertThat(reason(work(true).run(Cancellation.never(), item(removal)))).isEqualTo("gone: it had no manifest");
        assertThat(reason(work(false).run(Cancellation.never(), item(removal)))).contains("stay", "REMOVALS is false");
        assertThat(ItemWork.source(new Item("m", 2, "", removal), removal))
                .isEqualTo(new Source(removal.object(), null, OptionalLong.empty(), "0A", 2, "m"));
    }

    @Test
    void all_that_the_event_says_of_the_order_is_handed_on() {
        var upload = new Upload(new ObjectId("in", "a.jpg", "v1"), "e", OptionalLong.of(7), "0A");

        assertThat(ItemWork.source(new Item("m", 3, "", upload), upload))
                .isEqualTo(new Source(upload.object(), "e", OptionalLong.of(7), "0A", 3, "m"));
    }

    private Outcome<Made> run(Entry entry) throws InterruptedException {
        return work(true).run(Cancellation.never(), item(entry));
    }

    private static Item item(Entry entry) {
        return new Item("m", 1, "", entry);
    }

    private static Upload upload(String key) {
        return new Upload(new ObjectId("in", key), null, OptionalLong.of(8), null);
    }

    private static String reason(Outcome<Made> outcome) {
        return ((Outcome.Skipped<Made>) outcome).reason();
    }

    private ItemWork work(boolean removals) {
        var settings = new JobSettings(
                RenditionSet.parse(RenditionSet.DEFAULT),
                new KeyLayout.Stable("out", "renditions/", "manifests/", "quarantine/"),
                ImageLimits.DEFAULT,
                1_000,
                "no-cache",
                MissingUploads.FAIL,
                CorruptUploads.RETRY,
                removals);
        var images = new PaperImages();
        var costs = new CostModel(images.profile());
        return new ItemWork(
                new ResizeJob(store, images, lanes, Memory.of(1_000_000_000), costs, settings, InstantSource.system()),
                PICTURES,
                "in");
    }
}
