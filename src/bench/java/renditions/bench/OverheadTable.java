package renditions.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The results of [EngineOverhead], by the size of the batch.
final class OverheadTable {
    private static final List<String> HEAD = List.of("items", "engine µs/item", "min to max", "JDK µs/item", "ratio");

    private OverheadTable() {}

    static Table measured() throws RunnerException {
        var options = new OptionsBuilder()
                .include(EngineOverhead.class.getName() + "\\.")
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return table(new Runner(options).run());
    }

    private static Table table(Collection<RunResult> results) {
        var bySize = new TreeMap<Integer, Map<String, Distribution>>();
        for (var result : results) {
            int items = Integer.parseInt(result.getParams().getParam("items"));
            bySize.computeIfAbsent(items, _ -> new TreeMap<>())
                    .put(result.getPrimaryResult().getLabel(), perItem(result, items));
        }
        var rows = new ArrayList<List<String>>();
        bySize.forEach((items, both) -> rows.add(row(items, both)));
        return new Table(
                "Engine overhead per item",
                "Work that does nothing goes through the engine and through the plain JDK (`invokeAll` on a virtual "
                        + "thread for each item, futures collected). Microseconds per item, the median of 10 "
                        + "iterations of 0.5 s in 2 forks. Goal: at most 50, whatever the size. "
                        + Suite.OVERHEAD.repeat(),
                HEAD,
                rows);
    }

    /// Microseconds of each iteration of all forks.
    private static Distribution perItem(RunResult result, int items) {
        return new Distribution(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore() / items)
                .toList());
    }

    private static List<String> row(int items, Map<String, Distribution> both) {
        var engine = both.get("engine");
        var jdk = both.get("jdk");
        if (engine == null || jdk == null) {
            throw new IllegalStateException("measured for " + items + " items: only " + both.keySet());
        }
        return List.of(
                Cell.number(items, 0),
                Cell.number(engine.median(), 2),
                Cell.range(engine, 2),
                Cell.number(jdk.median(), 2),
                Cell.number(engine.median() / jdk.median(), 1));
    }
}
