package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.store.ObjectId;

class ProgressTest {
    private static final Step<Integer, Integer> NEXT = (_, input) -> new Progress.Next<>(input + 1);
    private static final Outcome.Skipped<Made> SKIPPED = new Outcome.Skipped<>("for the test");
    private static final Task TASK = Task.received(Task.Aim.RENDITIONS, new Source(new ObjectId("in", "a.jpg"), null));

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
        assertThat(new Progress.Again<Integer>(TASK).then(never, NEXT)).isEqualTo(new Progress.Again<>(TASK));
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
