package renditions.reprocess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static renditions.reprocess.Household.RENDITIONS;
import static renditions.reprocess.Household.SETTINGS;
import static renditions.reprocess.Household.UPLOADS;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.catalog.KeyPattern;
import renditions.reprocess.SweepReport.Ending;
import renditions.reprocess.Tick.Range;
import renditions.store.ObjectId;
import renditions.testing.MemoryStore;

/// What a sweep finds and sends, with a store and a queue in memory.
final class SweepTest {
    private static final Cancellation NEVER = Cancellation.never();

    private final Household house = new Household().settled();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void every_defect_is_found_and_announced_and_nothing_else() {
        house.upload("fine", "missing", "removed and back")
                .manifest("orphaned", "older")
                .tombstone("removed");
        house.tombstone("removed and back").later(60).manifest("fine").upload("older");

        var report = house.sweep().run(NEVER, "t", Range.ALL, false);

        assertThat(report.ending()).isEqualTo(new Ending.Finished());
        assertThat(report.found())
                .containsOnly(entry(Defect.MISSING, 2L), entry(Defect.OUTDATED, 1L), entry(Defect.ORPHANED, 1L));
        assertThat(report.listed()).isEqualTo(6);
        assertThat(report.sent()).isEqualTo(4);
        assertThat(Announced.in(house.queue.take()))
                .containsExactly("made missing", "made older", "made removed and back", "removed orphaned");
    }

    @Test
    void a_manifest_of_the_same_second_as_the_upload_may_be_that_of_an_earlier_content() {
        house.upload("a").manifest("a");

        assertThat(found()).containsOnly(entry(Defect.OUTDATED, 1L));
    }

    @Test
    void a_manifest_from_before_the_settings_held_is_stale_and_later_ones_are_not() {
        house.upload("a", "b").later(60).manifest("a").later(60);
        house.store.add(
                new ObjectId(RENDITIONS, "reprocess/settings.json"),
                ("{\"settings\":\"digest\",\"since\":\"" + house.now.get() + "\"}").getBytes(UTF_8));
        house.manifest("b");

        assertThat(found()).containsOnly(entry(Defect.STALE, 1L));
        assertThat(Announced.in(house.queue.take())).containsExactly("made a");
    }

    @Test
    void to_verify_sends_every_upload_with_a_manifest_as_if_it_was_redelivered() {
        house.upload("a", "b", "new").later(60).manifest("a", "b");

        var report = house.sweep().run(NEVER, "t", new Range("", true), false);

        assertThat(report.found()).containsOnly(entry(Defect.DOUBTFUL, 2L), entry(Defect.MISSING, 1L));
        assertThat(Announced.in(house.queue.take())).containsExactly("made new", "verified a", "verified b");
    }

    @Test
    void to_verify_includes_what_is_outdated_or_stale_for_its_renditions_may_be_wrong_too() {
        house.upload("outdated").manifest("outdated");
        house.at(Instant.parse("2025-12-01T00:00:00Z"))
                .upload("stale")
                .later(60)
                .manifest("stale");

        var report = house.sweep().run(NEVER, "t", new Range("", true), false);

        assertThat(report.found()).containsOnly(entry(Defect.OUTDATED, 1L), entry(Defect.STALE, 1L));
        assertThat(Announced.in(house.queue.take())).containsExactly("verified outdated", "verified stale");
    }

    @Test
    void what_the_function_makes_no_renditions_of_is_no_defect() {
        house.upload("folder/", "a_$folder$", "a.txt", "b.jpg", "b.JPG", "x".repeat(1020) + ".jpg");
        house.store.add(new ObjectId(UPLOADS, "empty/"), new byte[0]);
        house.manifest("gone.txt");
        var settings = Household.settings(UPLOADS, ".jpg", new KeyPattern("*.jpg"), "digest", true, false);

        house.sweep(settings).run(NEVER, "t", Range.ALL, false);

        assertThat(Announced.in(house.queue.take())).containsExactly("made b.jpg");
    }

    @Test
    void in_the_bucket_of_the_renditions_what_the_function_wrote_is_no_upload() {
        house.store.add(new ObjectId(RENDITIONS, "a.jpg"), "a".getBytes(UTF_8));
        house.store.add(new ObjectId(RENDITIONS, "renditions/a.jpg/s.webp"), "r".getBytes(UTF_8));
        var same = Household.settings(RENDITIONS, "", KeyPattern.EVERYTHING, "digest", true, false);

        house.sweep(same).run(NEVER, "t", new Range("a", false), false);
        house.sweep(same).run(NEVER, "t", new Range("renditions/", false), false);

        assertThat(Announced.in(house.queue.take())).containsExactly("made a.jpg");
    }

    @Test
    void where_renditions_stay_when_their_upload_goes_nothing_is_orphaned() {
        house.manifest("orphaned");
        var settings = Household.settings("digest", false, false);

        assertThat(house.sweep(settings).run(NEVER, "t", Range.ALL, false).found())
                .isEmpty();
    }

    @Test
    void in_quarantine_a_content_that_has_a_report_is_left_alone_and_its_successor_is_not() {
        house.upload("corrupt", "replaced");
        house.store.add(report("corrupt", "corrupt"), "{}".getBytes(UTF_8));
        house.store.add(report("replaced", "earlier"), "{}".getBytes(UTF_8));
        var settings = Household.settings("digest", true, true);

        house.sweep(settings).run(NEVER, "t", Range.ALL, false);

        assertThat(Announced.in(house.queue.take())).containsExactly("made replaced");
    }

    @Test
    void a_dry_run_counts_from_the_first_key_on_and_leaves_no_trace() {
        house.upload("a", "b");
        house.store.add(new ObjectId(RENDITIONS, "unrelated"), new byte[0]);
        var before = house.store.list(RENDITIONS).keySet().toString();

        var report = house.sweep(Household.settings("other", true, false)).run(NEVER, "t", Range.ALL, true);

        assertThat(report.found()).isEqualTo(Map.of(Defect.MISSING, 2L));
        assertThat(report.sent()).isZero();
        assertThat(house.queue.take()).isEmpty();
        assertThat(house.store.list(RENDITIONS).keySet()).hasToString(before);
        assertThat(house.store.calls()).noneMatch(call -> call.startsWith("PUT ") || call.startsWith("DELETE "));
    }

    @Test
    void a_long_queue_gets_nothing_more() {
        house.upload("a");
        house.queue.holds(Sweep.MOST_WAITING + 1);

        assertThat(house.sweep().run(NEVER, "t", Range.ALL, false).ending()).isEqualTo(new Ending.Waiting(1001));
        assertThat(house.store.calls()).isEmpty();

        house.queue.holds(Sweep.MOST_WAITING);
        assertThat(found()).containsOnly(entry(Defect.MISSING, 1L));
    }

    private Map<Defect, Long> found() {
        return house.sweep().run(NEVER, "t", Range.ALL, false).found();
    }

    private static ObjectId report(String key, String content) {
        return SETTINGS.layout().report(new ObjectId(UPLOADS, key), MemoryStore.etag(content.getBytes(UTF_8)));
    }
}
