package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchFailureTest {
    private final Throwable first = new IllegalStateException("the first");
    private final Throwable other = new OutOfMemoryError("another");

    @Test
    void all_causes_are_joined_the_first_failure_leads_and_only_what_is_not_done_is_told() {
        var report = new Report<Integer>(
                List.of(
                        new Outcome.Done<>(1),
                        failed(other),
                        new Outcome.NotStarted<>(new Reason.NoTimeLeft()),
                        new Outcome.NotFinished<>(new Reason.AnswerDue()),
                        failed(first)),
                0,
                OptionalInt.of(4),
                new Deadline(0, 0));

        var failure = report.failure(BatchFailureTest::words).orElseThrow();

        assertThat(failure)
                .hasMessage("4 of 5 items are not done; "
                        + "item 5: UNEXPECTED, unexpected: java.lang.IllegalStateException: the first; "
                        + "item 2: UNEXPECTED, unexpected: java.lang.OutOfMemoryError: another; "
                        + "item 3: not started: no time; item 4: not finished: no answer")
                .hasCause(first);
        assertThat(failure.getSuppressed()).containsExactly(other);
    }

    @Test
    void of_many_the_first_are_told_and_the_others_counted() {
        assertThat(failures(5)).endsWith("item 5: not started: no time");
        assertThat(failures(7)).endsWith("item 5: not started: no time; and 2 more");
    }

    private static String failures(int items) {
        var outcomes = new ArrayList<Outcome<Integer>>();
        IntStream.range(0, items).forEach(_ -> outcomes.add(new Outcome.NotStarted<>(new Reason.NoTimeLeft())));
        return new Report<>(outcomes, 0, OptionalInt.empty(), new Deadline(0, 0))
                .failure(BatchFailureTest::words)
                .orElseThrow()
                .toString();
    }

    private static String words(Reason reason) {
        return reason instanceof Reason.NoTimeLeft ? "no time" : "no answer";
    }

    private static Outcome<Integer> failed(Throwable thrown) {
        return new Outcome.Failed<>(Problem.unexpected(thrown));
    }
}
