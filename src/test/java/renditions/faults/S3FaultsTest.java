package renditions.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import renditions.faults.FaultsPage.Cell;
import renditions.faults.Trial.Result;

/// Every fault of S3 at every call: each upload ends as `docs/faults.md` says, and nothing is half published.
/// Most of their time the trials wait.
@Execution(ExecutionMode.CONCURRENT)
final class S3FaultsTest {
    private static final Path PAGE = Path.of("docs", "faults.md");
    private static final Path MADE = Path.of("target", "faults.md");

    /// So few that answers are not late on a busy machine.
    private static final int TRIALS_AT_ONCE = 16;

    @Test
    void every_fault_at_every_call_ends_as_the_page_says() throws Exception {
        var results = new HashMap<Cell, Result>();
        try (var site = new Site();
                var threads = Executors.newFixedThreadPool(
                        TRIALS_AT_ONCE, Thread.ofVirtual().factory())) {
            for (var begun : begin(site, threads).entrySet()) {
                results.put(begun.getKey(), begun.getValue().get());
            }
        }

        var made = FaultsPage.of(results);
        Files.writeString(MADE, made);
        assertThat(made).as(PAGE + " is out of date, see " + MADE).isEqualTo(Files.readString(PAGE));
    }

    private static Map<Cell, Future<Result>> begin(Site site, ExecutorService threads) {
        var begun = new LinkedHashMap<Cell, Future<Result>>();
        for (var fault : Fault.ALL) {
            for (var call : FaultyCall.values()) {
                var manner = fault.manner().apply(call);
                if (manner != null) {
                    var trial = new Trial(site, fault, call, manner, "trial-" + begun.size());
                    begun.put(new Cell(fault, call), threads.submit(play(trial)));
                }
            }
        }
        return begun;
    }

    private static Callable<Result> play(Trial trial) {
        return () -> {
            var title = trial.fault().title() + ", " + trial.call().title();
            try {
                var lasting = trial.lasting();
                var once = new Trial(
                                trial.site(), trial.fault(), trial.call(), trial.manner(), trial.folder() + "-once")
                        .once();
                assertThat(once.word())
                        .isEqualTo(lasting.requests() > 1 ? trial.call().event().success() : lasting.word());
                return lasting;
            } catch (AssertionError wrong) {
                throw new AssertionError(title, wrong);
            }
        };
    }
}
