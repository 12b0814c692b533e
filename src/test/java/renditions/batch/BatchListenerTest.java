package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import renditions.testing.Latches;

/// What a listener is told of a batch, and that listening changes nothing.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BatchListenerTest {
    private final Numbers numbers = new Numbers();

    @AfterEach
    void everythingIsBack() {
        numbers.close();
    }

    @Test
    void a_listener_hears_the_start_and_then_how_it_ended_and_after_how_long() throws Exception {
        var heard = Collections.synchronizedList(new ArrayList<String>());
        var listener = new BatchListener<Integer, Integer>() {
            @Override
            public void started(Integer item) {
                heard.add("started");
            }

            @Override
            public void settled(Integer item, Outcome<Integer> outcome, Effort effort) {
                heard.add(outcome + " after " + effort.nanos());
            }
        };

        Work<Integer, Integer> work = (_, item) -> {
            numbers.pass(7);
            return done(item);
        };

        Batch.of(List.of(0), work).heardBy(listener).run(numbers.lanes(), numbers.ample());

        assertThat(heard).containsExactly("started", done(0) + " after 7");
    }

    @Test
    void a_listener_hears_what_an_item_took_and_what_of_that_was_computed() throws Exception {
        var heard = Collections.synchronizedList(new ArrayList<Effort>());
        Numbers.Ends listener = (_, _, effort) -> {
            heard.add(effort);
        };
        Work<Integer, Integer> work = (_, item) -> {
            Lanes.expect(6);
            Lanes.await(numbers.lanes().onPixels(() -> passed(5)));
            numbers.pass(3);
            return done(item);
        };

        Batch.of(List.of(0), work)
                .expecting(_ -> new Cost(5, 2, 3))
                .heardBy(listener)
                .run(numbers.lanes(), numbers.ample());

        assertThat(heard).containsExactly(new Effort(5 + 3, 5, 5, 6));
    }

    @Test
    void a_listener_that_hears_how_an_item_ended_finds_its_permit_and_load_given_back() throws Exception {
        var left = new CompletableFuture<String>();
        Numbers.Ends listener = (_, _, _) -> {
            var lanes = numbers.lanes();
            left.complete(lanes.permits().free() + " free, " + lanes.pixels().items() + " with a load");
        };

        run(listener, numbers.ample());

        assertThat(left.join()).isEqualTo(Numbers.PERMITS + " free, 0 with a load");
    }

    @Test
    void a_listener_that_throws_changes_nothing() throws Exception {
        var listener = new BatchListener<Integer, Integer>() {
            @Override
            public void started(Integer item) {
                throw new IllegalStateException("a bad listener");
            }

            @Override
            public void settled(Integer item, Outcome<Integer> outcome, Effort effort) {
                throw new AssertionError("a worse one");
            }
        };

        var report = Batch.<Integer, Integer>of(List.of(0, 1), (_, item) -> done(item))
                .heardBy(listener)
                .run(numbers.lanes(), numbers.ample());

        assertThat(report.outcomes()).containsExactly(done(0), done(1));
    }

    @Test
    void a_listener_that_hangs_does_not_keep_the_answer() throws Exception {
        var release = new CountDownLatch(1);
        Numbers.Ends listener = (_, _, _) -> {
            numbers.timeIsOver();
            Latches.awaitWhateverComes(release);
        };

        var report = run(listener, numbers.soonAndNoGrace());
        release.countDown();

        assertThat(report.outcomes()).containsExactly(done(0));
    }

    @Test
    void a_listener_that_hangs_does_not_keep_the_next_of_its_group_from_starting() throws Exception {
        var next = new CountDownLatch(1);
        var listener = new BatchListener<Integer, Integer>() {
            @Override
            public void started(Integer item) {
                if (item == 1) {
                    next.countDown();
                }
            }

            @Override
            public void settled(Integer item, Outcome<Integer> outcome, Effort effort) {
                Latches.awaitWhateverComes(next);
            }
        };

        var report = Batch.<Integer, Integer>of(List.of(0, 1), (_, item) -> done(item))
                .policy(FailurePolicy.ORDERED)
                .heardBy(listener)
                .run(numbers.lanes(), numbers.ample());

        assertThat(report.outcomes()).containsExactly(done(0), done(1));
    }

    /// A batch of one item that ends at once.
    private Report<Integer> run(BatchListener<Integer, Integer> listener, Deadline deadline)
            throws InterruptedException {
        return Batch.<Integer, Integer>of(List.of(0), (_, item) -> done(item))
                .heardBy(listener)
                .run(numbers.lanes(), deadline);
    }

    private long passed(long nanos) {
        numbers.pass(nanos);
        return nanos;
    }
}
