package renditions.reprocess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.reprocess.Household.RENDITIONS;
import static renditions.reprocess.Household.SETTINGS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.queue.QueueProblem;
import renditions.reprocess.SweepReport.Ending;
import renditions.reprocess.Tick.Range;
import renditions.store.Listed;
import renditions.store.ObjectId;
import renditions.testing.ForwardingStore;

/// Where a sweep goes on: after the end of its time, after a kill, after a failure, and beside another one.
final class GoingOnTest {
    private static final Cancellation NEVER = Cancellation.never();
    private static final Range ALL = Range.ALL;

    /// The keys of three pages; each upload is missing.
    private static final List<String> KEYS =
            IntStream.range(10_000, 12_500).mapToObj(i -> "k" + i).toList();

    private final Household house = new Household().settled().upload(KEYS.toArray(String[]::new));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void at_the_end_of_its_time_it_stores_where_it_stands_and_the_next_tick_goes_on() {
        var first = house.sweep().run(timeForRounds(1), "t1", ALL, false);
        assertThat(first.ending()).isEqualTo(new Ending.OutOfTime());
        assertThat(Announced.in(house.queue.take())).hasSize(1000).last().isEqualTo("made k10999");

        var second = house.sweep().run(NEVER, "t2", ALL, false);
        assertThat(second.ending()).isEqualTo(new Ending.Finished());
        assertThat(Announced.in(house.queue.take())).hasSize(1500).first().isEqualTo("made k11000");

        assertThat(house.sweep().run(NEVER, "t3", ALL, false).sent())
                .as("from the first on")
                .isEqualTo(2500);
    }

    @Test
    void a_sweep_that_was_killed_is_gone_on_with_where_it_last_stored_that_it_stood() {
        var killed = new CancellationSource();
        var store = new ForwardingStore(house.store) {
            @Override
            public Listed list(Cancellation cancellation, String bucket, String prefix, String after) {
                if (after.equals("k11999")) {
                    killed.cancel(); // no call comes back any more
                }
                return super.list(cancellation, bucket, prefix, after);
            }
        };

        assertThat(house.sweep(store, house.queue, SETTINGS)
                        .run(killed, "t1", ALL, false)
                        .ending())
                .isEqualTo(new Ending.OutOfTime());
        assertThat(Announced.in(house.queue.take())).hasSize(2000);
        house.sweep().run(NEVER, "t2", ALL, false);

        assertThat(Announced.in(house.queue.take())).hasSize(500).first().isEqualTo("made k12000");
    }

    @Test
    void what_the_queue_did_not_take_is_sent_by_the_next_tick() {
        house.queue.fail(new QueueProblem(QueueProblem.Kind.QUEUE_UNAVAILABLE, "it is busy"));

        assertThat(house.sweep().run(NEVER, "t1", ALL, false))
                .satisfies(report -> assertThat(report.sent()).isZero())
                .extracting(SweepReport::ending)
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        failed -> assertThat(failed.problem().message()).isEqualTo("it is busy"));
        house.queue.take();
        house.sweep().run(NEVER, "t2", ALL, false);

        assertThat(Announced.in(house.queue.take())).hasSize(2500);
    }

    @Test
    void of_two_sweeps_side_by_side_the_first_that_stores_its_position_goes_on_and_everything_is_sent() {
        var slow = house.sweep(
                new BesideStore(house.store, () -> {
                    assertThat(house.sweep()
                                    .run(timeForRounds(1), "t2", ALL, false)
                                    .ending())
                            .isEqualTo(new Ending.OutOfTime());
                }),
                house.queue,
                SETTINGS);

        assertThat(slow.run(timeForRounds(1), "t1", ALL, false).ending()).isEqualTo(new Ending.Overtaken());
        house.sweep().run(NEVER, "t3", ALL, false);

        assertThat(Announced.in(house.queue.take())).hasSize(2500);
    }

    @Test
    void a_position_that_cannot_be_read_is_replaced_and_those_of_other_ranges_do_not_count() {
        house.sweep().run(timeForRounds(1), "t1", ALL, false);
        house.queue.take();
        assertThat(house.sweep().run(NEVER, "t2", new Range("k", false), false).sent())
                .isEqualTo(2500);
        house.queue.take();
        var place = house.store.list(RENDITIONS).keySet().stream()
                .filter(key -> key.contains("position") && !key.isEmpty())
                .toList();
        place.forEach(key -> house.store.add(new ObjectId(RENDITIONS, key), "no JSON".getBytes(UTF_8)));

        assertThat(house.sweep().run(NEVER, "t3", ALL, false).sent()).isEqualTo(2500);
    }

    @Test
    void the_first_sweep_with_other_settings_finds_all_manifests_stale_and_marks_since_when() {
        house.manifest("k10000").later(60).manifest("k10001");
        var other = Household.settings("other", true, false);

        assertThat(house.sweep(other).run(NEVER, "t1", ALL, false).found()).containsEntry(Defect.STALE, 1L);

        var marker = new String(house.store.list(RENDITIONS).get("reprocess/settings.json"), UTF_8);
        var since = house.now.get().plus(Marker.DEPLOYMENT);
        assertThat(marker).isEqualTo("{\"settings\":\"other\",\"since\":\"" + since + "\"}");
        house.later(7200).manifest("k10001");
        assertThat(house.sweep(other).run(NEVER, "t2", ALL, false).found()).doesNotContainKey(Defect.STALE);
        assertThat(house.sweep().run(NEVER, "t3", ALL, true).found())
                .as("the earlier settings again")
                .containsEntry(Defect.STALE, 1L);
    }

    @Test
    void a_marker_that_another_version_of_the_function_has_just_written_is_not_overwritten() {
        var other = Household.settings("other", true, false);
        var json = "{\"settings\":\"third\",\"since\":\"" + Instant.EPOCH + "\"}";
        var beside = new BesideStore(
                house.store,
                () -> house.store.add(new ObjectId(RENDITIONS, "reprocess/settings.json"), json.getBytes(UTF_8)));

        var report = house.sweep(beside, house.queue, other).run(NEVER, "t", ALL, false);

        assertThat(report.ending()).isEqualTo(new Ending.Overtaken());
        assertThat(house.store.list(RENDITIONS).get("reprocess/settings.json"))
                .asString()
                .isEqualTo(json);
    }

    /// A cancellation that has enough time left until it was asked so often, and little after that. A sweep asks
    /// once at its begin, and then after each round.
    private static Cancellation timeForRounds(int rounds) {
        var asked = new int[1];
        return new CancellationSource(() -> asked[0]++ < rounds
                ? Duration.ofMinutes(15).toNanos()
                : Duration.ofSeconds(5).toNanos());
    }
}
