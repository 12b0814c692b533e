package renditions.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The benchmark of what a log costs a cold start: `make bench-log`. In each round all contenders start once, in
/// random order, so that what else the machine does falls on all of them.
public final class LogStart {
    /// Of each contender, before anything is measured: files are in the page cache then.
    private static final int WARM_UPS = 1;

    private static final int ROUNDS = 21;

    private final Map<LogContender, List<Double>> measured = new HashMap<>();
    private final LogRun run = new LogRun(Path.of("target", "log", "output.log"));
    private final List<LogContender> contenders;
    private final int rounds;

    private LogStart(List<LogContender> contenders, int rounds) {
        this.contenders = contenders;
        this.rounds = rounds;
    }

    /// Measures and prints a table.
    ///
    /// @param arguments how many rounds; none for the usual number
    public static void main(String[] arguments) throws Exception {
        Rounds.measure(arguments, ROUNDS, LogStart::print);
    }

    private static void print(int rounds) throws Exception {
        var start = new LogStart(LogContender.all(), rounds);
        start.measure();
        System.out.printf("%d cores, JDK %s%n%n", Cores.count(), Runtime.version());
        start.table().lines().forEach(System.out::println);
    }

    private void measure() throws Exception {
        for (int round = 1 - WARM_UPS; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", Math.max(round, 0), rounds);
            var turns = new ArrayList<>(contenders);
            Collections.shuffle(turns);
            for (var contender : turns) {
                double millis = run.of(contender);
                if (round > 0) {
                    measured.computeIfAbsent(contender, _ -> new ArrayList<>()).add(millis);
                }
            }
        }
    }

    private Table table() {
        var nothing = new Distribution(all(contenders.getFirst()));
        return new Table(
                "First line of a log",
                ("From the start of a process to its first line, in milliseconds of processor time beyond the median "
                                + "of those that log nothing (%s); all read a JSON text before. One core, the image's "
                                + "options of the JVM without the AOT cache; medians of %d starts in random order. "
                                + "Repeat: `make bench-log`.")
                        .formatted(Cell.number(nothing.median(), 0), rounds),
                List.of("log", "CPU ms", "min to max", "jars, KB"),
                contenders.stream()
                        .map(contender -> row(contender, nothing.median()))
                        .toList());
    }

    private List<String> row(LogContender contender, double nothing) {
        var beyond = new Distribution(
                all(contender).stream().map(millis -> millis - nothing).toList());
        return List.of(
                contender.name(),
                Cell.number(beyond.median(), 0),
                Cell.range(beyond, 0),
                Cell.number(contender.bytes() / 1e3, 0));
    }

    private List<Double> all(LogContender contender) {
        return measured.getOrDefault(contender, List.of());
    }
}
