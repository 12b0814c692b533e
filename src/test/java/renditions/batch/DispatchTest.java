package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.util.ArrayList;
import java.util.List;
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

        assertThat(schedule.starts()).extracting(Event::item).startsWith(1, 3);
    }

    @Test
    void when_nothing_runs_what_takes_least_is_tried_until_it_is_told_to_stop() {
        var scripts =
                List.of(Script.exact(600, done(0), 0), Script.exact(20, done(1), 0), Script.exact(500, done(2), 0));

        var schedule = new Schedule(scripts, FailurePolicy.COLLECT, new Deadline(100, 150), 2).play();

        assertThat(schedule.starts()).extracting(Event::item).containsExactly(1, 2);
        assertThat(schedule.report.outcomes())
                .containsExactly(
                        new Outcome.NotStarted<>(new Reason.TooLong(600, 80)),
                        done(1),
                        new Outcome.NotFinished<>(new Reason.TimeOver()));
        assertThat(schedule.sealedAt).isEqualTo(100);
    }

    @Test
    void a_wrong_prediction_costs_no_item_its_attempt() {
        var scripts = IntStream.range(0, 10)
                .mapToObj(item -> new Script(9, new Cost(1_000_000 - item, 0), done(item), 0, 0))
                .toList();

        var schedule = new Schedule(scripts, FailurePolicy.COLLECT, new Deadline(100, 150), 8).play();

        assertThat(schedule.report.outcomes()).allMatch(Outcome::acknowledged);
        assertThat(schedule.starts()).extracting(Event::item).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void an_item_goes_first_when_it_is_its_turn_whatever_it_is_expected_to_take() {
        var scripts = List.of(
                Script.exact(5, done(0), 0),
                Script.exact(5, done(1), 0),
                new Script(50, new Cost(1_000_000, 0), done(2), 0, 0).itsTurn(),
                Script.exact(5, done(3), 0).itsTurn());

        var schedule = new Schedule(scripts, FailurePolicy.COLLECT, new Deadline(100, 150), 8).play();

        assertThat(schedule.starts())
                .as("first those that fit of those whose turn it is")
                .extracting(Event::item)
                .containsExactly(3, 2, 0, 1);
        assertThat(schedule.report.outcomes()).allMatch(Outcome::acknowledged);
    }

    @Test
    void only_one_item_is_tried_before_those_whose_turn_it_is_not() {
        var scripts = List.of(
                Script.exact(5, done(0), 0),
                new Script(10, new Cost(1_000, 0), done(1), 0, 0).itsTurn(),
                new Script(10, new Cost(2_000, 0), done(2), 0, 0).itsTurn());

        var schedule = new Schedule(scripts, FailurePolicy.COLLECT, new Deadline(100, 150), 8).play();

        assertThat(schedule.starts()).extracting(Event::item).containsExactly(1, 0, 2);
    }

    @Test
    void what_finds_out_that_it_takes_too_long_is_put_back_until_nothing_else_runs() {
        var scripts = List.of(
                new Script(500, new Cost(1, 0), done(0), 0, 0).looking(2),
                Script.exact(20, done(1), 0),
                Script.exact(20, done(2), 0));

        var schedule = new Schedule(scripts, FailurePolicy.COLLECT, new Deadline(100, 150), 2).play();

        assertThat(schedule.starts()).extracting(Event::item).containsExactly(0, 1, 2, 0);
        assertThat(schedule.starts()).extracting(Event::at).containsExactly(0L, 0L, 2L, 22L);
        assertThat(schedule.report.outcomes())
                .containsExactly(new Outcome.NotFinished<>(new Reason.TimeOver()), done(1), done(2));
    }

    @Test
    void what_is_put_back_and_not_started_again_says_how_long_it_takes() {
        var scripts = List.of(new Script(500, new Cost(1, 0), done(0), 0, 0).looking(2), Script.exact(100, done(1), 0));

        var schedule = new Schedule(scripts, FailurePolicy.COLLECT, new Deadline(100, 150), 2).play();

        assertThat(schedule.report.outcomes())
                .containsExactly(new Outcome.NotStarted<>(new Reason.TooLong(500, 98)), done(1));
    }

    @Test
    void what_did_not_fit_is_looked_at_again_when_its_prediction_becomes_better() {
        var expected = new ArrayList<>(List.of(new Cost(10, 0), new Cost(500, 0)));
        var dispatch = dispatch(2, new Deadline(100, 150), expected::get);
        assertThat(dispatch.take(0, 0)).hasValue(new Dispatch.Start(0, false));
        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isEqualTo(new Move.Wait(100));

        expected.set(1, new Cost(50, 0));
        dispatch.reconsider();

        assertThat(dispatch.next(10)).isEqualTo(new Move.Enter(100));
        assertThat(dispatch.take(10, 0)).hasValue(new Dispatch.Start(1, false));
    }

    @Test
    void where_others_keep_the_lane_busy_one_item_at_a_time_is_tried() {
        var dispatch = dispatch(2, new Deadline(1_000, 1_100), _ -> new Cost(300, 0));

        assertThat(dispatch.take(0, 800)).hasValue(new Dispatch.Start(0, true));
        assertThat(dispatch.take(0, 800)).isEmpty();

        assertThat(dispatch.next(0)).isEqualTo(new Move.Wait(1_000));
        assertThat(dispatch.next(1_000)).isEqualTo(new Move.Wait(1_100));
        assertThat(dispatch.seal().outcomes())
                .containsExactly(
                        new Outcome.NotFinished<>(new Reason.AnswerDue()),
                        new Outcome.NotStarted<>(new Reason.TooLong(300, 200)));
    }

    private static Dispatch<Integer> dispatch(int items, Deadline deadline, Expectation<Integer> costs) {
        var order = new Order(items, item -> item, _ -> false);
        return new Dispatch<>(items, FailurePolicy.COLLECT, deadline, order, costs);
    }
}
