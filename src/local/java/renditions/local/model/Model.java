package renditions.local.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `make model`: time and cost of many uploads, as a Markdown table.
public final class Model {
    /// More uploads than this are not simulated. Between its beginning and its end a run goes on evenly, so they are
    /// reckoned from two runs: of this number, and of half of it.
    private static final long SIMULATED = 1_000_000;

    private static final String HEAD = """
            | uploads | through | at once | batch | memory | time | uploads/s | PUTs/s | Lambda | S3 | queue or job | USD in total | given up |
            |---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|""";

    private static final List<String> USUAL = List.of(
            "",
            "concurrency=200",
            "concurrency=200 batch=50",
            "feed=job batch=1 concurrency=200",
            "feed=job batch=1 concurrency=1000",
            "feed=job batch=1 concurrency=1000 memory=2048 cores=1",
            "uploads=1000000000 concurrency=1000",
            "uploads=1000000000 feed=job batch=1 concurrency=1000");

    private Model() {}

    /// Prints the table.
    ///
    /// @param arguments `name=value` pairs for a plan of one's own, or nothing for the usual plans
    public static void main(String[] arguments) {
        try {
            lines(arguments.length == 0 ? USUAL : List.of(String.join(" ", arguments)))
                    .forEach(System.out::println);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    /// The table's lines.
    static Stream<String> lines(List<String> plans) {
        return Stream.concat(HEAD.lines(), plans.stream().map(PlanReader::read).map(Model::row));
    }

    private static String row(Plan plan) {
        long number = Math.min(plan.uploads(), SIMULATED);
        var simulated = Simulation.of(plan.of(number));
        var second = number < 2
                ? simulated
                : simulated.plus(Simulation.of(plan.of(number / 2)).times(-1));
        var result = simulated.plus(second.times((plan.uploads() - number) / (number / 2.0)));
        var bill = Bill.of(plan, result);
        double rate = second.done() / second.seconds();
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %,d | %,d | %,d MB | %s | %,.0f | %,.0f | %,.2f | %,.2f | %,.2f | %,.2f | %,d |",
                plan.uploads(),
                plan.feed() == Plan.Feed.QUEUE ? "queue" : "job",
                plan.concurrency(),
                plan.batch(),
                plan.memory(),
                duration(result.seconds()),
                rate,
                rate * (plan.renditions() + 1),
                bill.lambda(),
                bill.s3(),
                bill.feed(),
                bill.total(),
                result.givenUp());
    }

    static String duration(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        if (seconds < 2 * 3600) {
            return String.format(Locale.ROOT, "%.0f min", seconds / 60);
        }
        return seconds < 2 * 86_400
                ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
                : String.format(Locale.ROOT, "%.1f days", seconds / 86_400);
    }
}
