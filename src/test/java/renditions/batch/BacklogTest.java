package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // the clock may overflow
    private final Backlog backlog = new Backlog(now::get);

    @Test
    void what_was_admitted_is_to_be_computed_until_it_ends() {
        var one = backlog.add(100);
        backlog.add(30);
        assertThat(backlog.nanos(1_000)).isEqualTo(130);

        one.close();
        one.close();

        assertThat(backlog.nanos(1_000)).isEqualTo(30);
        assertThat(backlog.items()).isEqualTo(1);
    }

    @Test
    void of_one_load_no_more_counts_than_there_is_time() {
        backlog.add(100);
        backlog.add(30);

        assertThat(backlog.nanos(40)).isEqualTo(40 + 30);
        assertThat(backlog.nanos(0)).isZero();
    }

    @Test
    void computing_takes_off_while_it_goes_on_and_stays_taken_off() {
        var load = backlog.add(100);
        var left = load.during(() -> {
            now.addAndGet(10);
            return load.during(() -> {
                now.addAndGet(20);
                return backlog.nanos(1_000);
            });
        });
        assertThat(left).as("10 alone, then 20 on two threads").isEqualTo(100 - 10 - 2 * 20);
        now.addAndGet(1_000);

        assertThat(backlog.nanos(1_000)).isEqualTo(50);
    }

    @Test
    void what_takes_longer_than_expected_leaves_nothing_and_owes_nothing() {
        var slow = backlog.add(10);
        backlog.add(40);
        slow.during(() -> now.addAndGet(1_000));

        assertThat(backlog.nanos(1_000)).isEqualTo(40);
    }

    @Test
    void a_better_prediction_counts_from_its_moment_on() {
        var load = backlog.add(10);
        load.during(() -> now.addAndGet(50));

        load.expect(70);

        assertThat(backlog.nanos(1_000)).isEqualTo(70);
    }

    @Test
    void loads_too_long_to_count_are_the_longest() {
        var load = backlog.add(Long.MAX_VALUE);
        backlog.add(Long.MAX_VALUE);
        assertThat(backlog.nanos(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);

        load.during(() -> now.addAndGet(50));
        load.expect(Long.MAX_VALUE);

        assertThat(load.effort(50).refined()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void an_effort_is_what_was_computed_and_what_is_being_beside_both_predictions() {
        var load = backlog.add(100);
        load.during(() -> now.addAndGet(50));
        load.expect(20);

        var meanwhile = load.during(() -> {
            now.addAndGet(7);
            return load.effort(90);
        });
        assertThat(meanwhile).isEqualTo(new Effort(90, 57, 100, 70));
        now.addAndGet(1_000);

        assertThat(load.effort(1_090)).isEqualTo(new Effort(1_090, 57, 100, 70));
    }

    @Test
    void work_that_throws_has_computed_too() {
        var load = backlog.add(100);
        assertThatThrownBy(() -> load.during(() -> {
                    now.addAndGet(60);
                    throw new IllegalStateException("for the test");
                }))
                .hasMessage("for the test");

        assertThat(backlog.nanos(1_000)).isEqualTo(40);
    }
}
