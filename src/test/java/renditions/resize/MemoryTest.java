package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.PICTURE;
import static renditions.resize.Desk.SET;
import static renditions.resize.Desk.UPLOAD;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import renditions.batch.BytePermits;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.store.ObjectId;
import renditions.testing.MemoryStore;

/// When memory is given back, and that there is no deadlock over it.
class MemoryTest {
    private static final int ITEMS = 200;
    private static final int RENDITIONS = 3;
    private static final String PUT = "PUT renditions/a b/c.jpg/";

    @Test
    void while_renditions_are_stored_nothing_is_held_but_they() throws Exception {
        try (var desk = new Desk()) {
            var storing = new CountDownLatch(1);
            List.of("small.webp", "small.png", "square.jpg")
                    .forEach(name -> desk.store().holdAt(PUT + name, storing));
            desk.store().add(UPLOAD, PICTURE);

            var item = desk.lanes().onNetwork(() -> desk.uninterrupted(SET));

            Awaitility.await().untilAsserted(() -> {
                assertThat(desk.memory().uploads().held()).isZero();
                assertThat(desk.memory().pixels().held()).isZero();
                assertThat(desk.images().open()).isEqualTo(RENDITIONS);
                assertThat(desk.memory().encoded().held()).isPositive();
            });
            storing.countDown();
            assertThat(item.get()).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void while_the_manifest_is_written_nothing_is_held() throws Exception {
        try (var desk = new Desk()) {
            var writing = new CountDownLatch(1);
            desk.store().holdAt("PUT " + MANIFEST.key(), writing);
            desk.store().add(UPLOAD, PICTURE);

            var item = desk.lanes().onNetwork(() -> desk.uninterrupted(SET));
            Awaitility.await().until(() -> desk.store().calls().contains("PUT " + MANIFEST.key()));

            assertThat(held(desk.memory())).isZero();
            assertThat(desk.images().open()).isZero();
            writing.countDown();
            assertThat(item.get()).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void a_rendition_counts_as_pixels_until_its_own_budget_has_room() throws Exception {
        try (var desk = new Desk(tiny())) {
            desk.store().add(UPLOAD, PICTURE);
            var full = desk.memory().encoded().acquire(Cancellation.never(), 1);

            var item = desk.lanes().onNetwork(() -> desk.uninterrupted(SET));
            Awaitility.await().until(() -> desk.images().open() == RENDITIONS);

            assertThat(desk.memory().pixels().held()).isPositive();
            assertThat(desk.store().calls()).noneMatch(call -> call.startsWith("PUT"));
            full.close();
            assertThat(item.get()).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void a_rendition_that_waits_for_memory_is_stopped() throws Exception {
        try (var desk = new Desk(tiny());
                var _ = desk.memory().encoded().acquire(Cancellation.never(), 1)) {
            desk.store().add(UPLOAD, PICTURE);
            var source = new Source(UPLOAD, MemoryStore.etag(PICTURE));
            var cancellation = new CancellationSource();
            var item = desk.lanes().onNetwork(() -> run(desk, cancellation, source));
            Awaitility.await().until(() -> desk.images().open() == RENDITIONS);

            cancellation.cancel();

            assertThat(item.get(2, TimeUnit.MINUTES)).isInstanceOf(Outcome.NotFinished.class);
            assertThat(desk.store().list("out")).isEmpty();
        }
    }

    /// Every item takes all of a budget, so that an item that waits for a later one would wait for ever.
    @Test
    void many_items_in_tiny_budgets_never_wait_for_each_other() throws Exception {
        try (var desk = new Desk(tiny())) {
            var items = IntStream.range(0, ITEMS)
                    .mapToObj(item -> start(desk, item))
                    .toList();

            for (var item : items) {
                assertThat(item.get(2, TimeUnit.MINUTES)).isInstanceOf(Outcome.Done.class);
            }
            assertThat(held(desk.memory())).isZero();
        }
    }

    private static Future<Outcome<Made>> start(Desk desk, int item) {
        var bytes = "%dx800".formatted(1000 + item).getBytes(UTF_8);
        var object = desk.store().add(new ObjectId("in", "item-" + item), bytes);
        var source = new Source(object, MemoryStore.etag(bytes));
        return desk.lanes().onNetwork(() -> run(desk, Cancellation.never(), source));
    }

    private static Outcome<Made> run(Desk desk, Cancellation cancellation, Source source) {
        try {
            return desk.job(SET).run(cancellation, source);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// Budgets of one unit each.
    private static Memory tiny() {
        return new Memory(new BytePermits(64 << 10), new BytePermits(64 << 10), new BytePermits(64 << 10));
    }

    private static long held(Memory memory) {
        return memory.uploads().held()
                + memory.pixels().held()
                + memory.encoded().held();
    }
}
