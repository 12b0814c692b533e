package renditions.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cases small enough to be reckoned by hand.
final class SimulationTest {
    /// Uploads that take a second each, and nothing else.
    private static final String PLAIN =
            "spread=0 compute=1 network=0 overhead=0 corrupt=0 flaky=0 concurrency=5 cores=2 memory=1024 ";

    @Test
    void lanes_work_side_by_side_and_batches_too() {
        var result = simulated("uploads=100 batch=10");

        assertThat(result).isEqualTo(new Result(10, 10, 50, 100, 100, 0)); // ten batches of 5 s, five at once
    }

    @Test
    void waiting_for_s3_takes_no_lane() {
        assertThat(simulated("uploads=10 batch=10 network=4").seconds()).isEqualTo(4 + 5);
        assertThat(simulated("uploads=10 batch=1 network=4 concurrency=1").seconds())
                .isEqualTo(10 * (4 + 1));
    }

    @Test
    void more_batches_at_once_come_with_time() {
        // Five in the first second, ten in the second one, the last five in the third.
        assertThat(simulated("uploads=20 batch=1 concurrency=100").seconds()).isEqualTo(3);
        assertThat(simulated("uploads=20 batch=1 concurrency=100 feed=job").seconds())
                .isEqualTo(1);
    }

    @Test
    void what_fails_is_redelivered_after_the_visibility_timeout_until_it_is_a_dead_letter() {
        var result = simulated("uploads=10 batch=10 corrupt=0.1 flaky=0.1 receives=3 visibility=100 timeout=60");

        assertThat(result.receives()).isEqualTo(8 + 2 + 3);
        assertThat(result.done()).isEqualTo(9);
        assertThat(result.givenUp()).isEqualTo(1);
        assertThat(result.seconds()).isEqualTo(200);
    }

    @Test
    void a_job_tries_again_at_once_and_reports_what_cannot_succeed() {
        var result = simulated("uploads=10 batch=1 feed=job corrupt=0.1 flaky=0.1 concurrency=10");

        assertThat(result).isEqualTo(new Result(2, 11, 10, 11, 9, 1));
    }

    @Test
    void what_is_not_finished_in_time_is_redelivered_too() {
        // Each receive has time for 58 s of work on each of its two lanes.
        var result = simulated("uploads=150 batch=150 concurrency=1 timeout=60 visibility=100");

        assertThat(result.done()).isEqualTo(150);
        assertThat(result.receives()).isEqualTo(150 + 150 - 2 * 58);
        assertThat(result.seconds()).isEqualTo(100 + 17);
    }

    @Test
    void an_upload_that_needs_more_than_the_timeout_is_given_up() {
        assertThat(simulated("uploads=1 batch=1 compute=100 receives=2 visibility=60"))
                .isEqualTo(new Result(60 + 60 * 0.98, 2, 2 * 60 * 0.98, 2, 0, 1));
    }

    @Test
    void times_are_spread_around_their_mean_and_the_same_at_each_run() {
        var plan =
                PlanReader.read("uploads=20000 batch=1 cores=1 network=0 overhead=0 corrupt=0 flaky=0 concurrency=1");
        var result = Simulation.of(plan);

        assertThat(result.busy() / 20_000).isCloseTo(plan.compute(), within(0.005));
        assertThat(Simulation.of(plan)).isEqualTo(result);
    }

    @Test
    void the_bill_has_time_requests_and_messages() {
        var plan = plan("uploads=1000000 batch=10 renditions=8");
        var bill = Bill.of(plan, new Result(1, 100_000, 360_000, 1_000_000, 1_000_000, 0));

        assertThat(bill.lambda()).isCloseTo(360_000 * 0.0000166667 + 0.02, within(1e-9));
        assertThat(bill.s3()).isCloseTo(45 + 0.8, within(1e-9));
        assertThat(bill.feed()).isCloseTo(0.4 + 0.08, within(1e-9));
        assertThat(Bill.of(plan("feed=job batch=1 uploads=1000000"), Result.NOTHING)
                        .feed())
                .isCloseTo(0.25 + 1 + 0.015, within(1e-9));
    }

    /// Ten million uploads that take a second each, on ten lanes.
    @Test
    void more_than_a_million_are_reckoned_from_two_runs() {
        var row = Model.lines(List.of(PLAIN + "uploads=10000000 batch=10 corrupt=0.00001"))
                .toList()
                .getLast();

        assertThat(row).startsWith("| 10,000,000 | queue | 5 | 10 | 1,024 MB | 11.6 days | 10 | 90 | ");
        assertThat(row).endsWith(" | 100 |");
    }

    @Test
    void the_page_about_the_backlog_has_the_table() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs", "backlog.md")))
                .containsAll(Model.lines(List.of("", "uploads=1000000000 feed=job batch=1 concurrency=1000"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            uploads=0             | uploads must be 1 or more
            batch=10 feed=job     | batch must be 1 for a job
            timeout=60 visibility=30 | timeout must be above 0 and at most visibility
            corrupt=0.6 flaky=0.6 | corrupt and flaky must be shares that are 1 at most together
            feed=kinesis          | feed is 'kinesis', allowed: queue, job
            cores=many            | cores is 'many', allowed: a number
            speed=9               | 'speed=9' is not understood, allowed: name=value with a name of feed, uploads, batch,
            speed                 | 'speed' is not understood, allowed: name=value with a name of feed, uploads, batch,
            """)
    void a_plan_that_cannot_be_is_refused(String pairs, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanReader.read(pairs))
                .withMessageStartingWith(words);
    }

    private static Plan plan(String pairs) {
        return PlanReader.read(PLAIN + pairs);
    }

    private static Result simulated(String pairs) {
        return Simulation.of(plan(pairs));
    }
}
