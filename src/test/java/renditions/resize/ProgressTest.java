package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Outcome;
import renditions.catalog.Made;

class ProgressTest {
    private static final Step<Integer, Integer> NEXT = (_, input) -> new Progress.Next<>(input + 1);
    private static final Outcome.Skipped<Made> SKIPPED = new Outcome.Skipped<>("for the test");

    @Test
    void steps_run_in_their_order_each_with_what_the_one_before_gave() throws Exception {
        var never = Cancellation.never();

        assertThat(new Progress.Next<>(1).then(never, NEXT).then(never, (_, input) -> new Progress.Next<>("" + input)))
                .isEqualTo(new Progress.Next<>("2"));
    }

    @Test
    void after_an_end_no_step_runs() throws Exception {
        var never = Cancellation.never();

        assertThat(new Progress.End<Integer>(SKIPPED).then(never, NEXT)).isEqualTo(new Progress.End<>(SKIPPED));
        assertThat(new Progress.LostCommit<Integer>().then(never, NEXT)).isEqualTo(new Progress.LostCommit<>());
    }

    @Test
    void between_two_steps_the_cancellation_is_asked() throws Exception {
        var cancellation = new CancellationSource();
        Step<Integer, Integer> cancelling = (_, input) -> {
            cancellation.cancel();
            return new Progress.Next<>(input);
        };

        assertThat(new Progress.Next<>(1).then(cancellation, cancelling).then(cancellation, NEXT))
                .isEqualTo(new Progress.End<>(Failures.stopped()));
    }
}
