package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.batch.Schedule.Event;
import renditions.batch.Schedule.Script;

/// Which items are begun, and when: by their order, by their expected cost, by what was learned. In virtual time.
class DispatchTest {
    @ParameterizedTest
    @EnumSource
    void with_ample_time_everything_is_done_in_order(FailurePolicy policy) {
        var scripts = IntStream.range(0, 30)
                .mapToObj(item -> Script.exact(5, done(item), item % 3))
                .toList();

        var schedule = new Schedule(scripts, policy, new Deadline(10_000, 10_100), 4).play();

        assertThat(schedule.report.outcomes()).allMatch(Outcome::acknowledged);
        assertThat(schedule.report.failure(Reason::toString)).isEmpty();
        assertThat(schedule.starts()).extracting(Event::item).isSorted();
    }

    @Test
    void short_of_time_what_fits_goes_first() {
        var scripts = List.of(
                Script.exact(500, done(0), 0),
                Script.exact(20, done(1), 0),
                Script.exact(600, done(2), 0),
                Script.exact(20, done(3), 0));

        var schedule = new Schedule(scripts, FailurePolicy.COLLECT, new Deadline(100, 150), 2).play();

        assertThat(schedule.starts()).extracting(Event::item).containsExactly(1, 3);
        assertThat(schedule.report.outcomes().get(0)).isEqualTo(new Outcome.NotStarted<>(new Reason.TooLong(500, 80)));
        assertThat(schedule.sealedAt)
                .as("it answers when nothing more can be done")
                .isEqualTo(20);
    }

    @Test
    void what_did_not_fit_is_looked_at_again_when_its_prediction_becomes_better() {
        var expected = new ArrayList<>(List.of(new Cost(10, 0), new Cost(500, 0)));
        var dispatch = new Dispatch<Integer>(2, FailurePolicy.COLLECT, new Deadline(100, 150), _ -> 0, expected::get);
        assertThat(dispatch.take(0, 0)).hasValue(0);
        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isEqualTo(new Dispatch.Step.Wait(100));

        expected.set(1, new Cost(50, 0));
        dispatch.settle(0, done(0));
        dispatch.ended(10, 0);

        assertThat(dispatch.next(10)).isEqualTo(new Dispatch.Step.Enter(100));
        assertThat(dispatch.take(10, 0)).hasValue(1);
    }

    @Test
    void where_nothing_fits_a_belief_can_be_dropped_once() {
        var doubts = new AtomicInteger();
        var costs = new Expectation<Integer>() {
            @Override
            public Cost of(Integer item) {
                return new Cost(doubts.get() == 0 ? 1_000_000 : item == 0 ? 100 : 2_000, 0);
            }

            @Override
            public void nothingFits() {
                doubts.incrementAndGet();
            }
        };
        var dispatch = new Dispatch<Integer>(2, FailurePolicy.COLLECT, new Deadline(1000, 1100), _ -> 0, costs);

        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isInstanceOf(Dispatch.Step.Enter.class);
        assertThat(dispatch.take(0, 0)).as("what fits after all").hasValue(0);
        assertThat(dispatch.take(0, 0)).isEmpty();
        dispatch.settle(0, done(0));
        dispatch.ended(100, 0);
        assertThat(dispatch.take(100, 0)).isEmpty();
        assertThat(dispatch.next(100)).isInstanceOf(Dispatch.Step.Seal.class);
        assertThat(doubts).as("how often").hasValue(1);
    }

    @Test
    void where_nothing_fits_all_the_same_it_is_told_once_and_answered() {
        var doubts = new AtomicInteger();
        var costs = new Expectation<Integer>() {
            @Override
            public Cost of(Integer item) {
                return new Cost(1_000_000, 0);
            }

            @Override
            public void nothingFits() {
                doubts.incrementAndGet();
            }
        };
        var dispatch = new Dispatch<Integer>(2, FailurePolicy.COLLECT, new Deadline(1000, 1100), _ -> 0, costs);

        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isInstanceOf(Dispatch.Step.Enter.class);
        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isInstanceOf(Dispatch.Step.Seal.class);
        assertThat(doubts).as("how often").hasValue(1);
    }

    @Test
    void where_others_keep_the_lane_busy_no_belief_is_dropped() {
        var costs = new Expectation<Integer>() {
            @Override
            public Cost of(Integer item) {
                return new Cost(300_000_000, 0);
            }

            @Override
            public void nothingFits() {
                throw new AssertionError("it would fit if the lane were free");
            }
        };
        var deadline = new Deadline(1_000_000_000, 1_100_000_000);
        var dispatch = new Dispatch<Integer>(1, FailurePolicy.COLLECT, deadline, _ -> 0, costs);

        assertThat(dispatch.take(0, 800_000_000)).isEmpty();

        assertThat(dispatch.next(0)).isInstanceOf(Dispatch.Step.Seal.class);
        assertThat(dispatch.next(900_000_000)).as("asked again later").isInstanceOf(Dispatch.Step.Seal.class);
        assertThat(dispatch.seal().outcomes())
                .containsExactly(new Outcome.NotStarted<>(new Reason.TooLong(300_000_000, 200_000_000)));
    }
}
