package renditions.telemetry;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.event.Level;
import renditions.batch.Outcome;
import renditions.event.UnreadableInvocation;
import renditions.log.Line;
import tools.jackson.databind.node.ObjectNode;

/// A record as a line of the log. Its length is bounded for every event, see [DeliveryIds#MOST_BYTES].
final class RecordLine {
    private RecordLine() {}

    /// @param linesLost how many lines of the log were lost since the previous record
    static byte[] of(InvocationRecord record, Instant at, long linesLost) {
        var line = begin(record.ending(), at)
                .put("requestId", Line.bounded(record.request().id()))
                .put("functionVersion", Line.bounded(record.request().version()));
        end(record.ending(), line);
        phases(record.phases(), line.putObject("phases"));
        memory(record, line.putObject("memory"));
        Prediction.write(record.timings(), line.putObject("prediction"));
        line.put("writtenOff", record.writtenOff());
        line.put("linesLost", linesLost);
        Metrics.write(record, at, line);
        return Line.bytes(line);
    }

    private static ObjectNode begin(Ending ending, Instant at) {
        return switch (ending) {
            case Ending.Failed _ -> Line.of(at, Level.ERROR, "not answered: nothing is acknowledged");
            case Ending.Answered answered -> {
                var done = answered.outcomes().stream().allMatch(Outcome::acknowledged);
                var how = answered.thrown().isEmpty() ? "answered: " : "answered by an exception: ";
                yield Line.of(at, done ? Level.INFO : Level.WARN, how + words(answered.outcomes().stream()));
            }
        };
    }

    private static String words(Stream<? extends Outcome<?>> items) {
        var words = new StringJoiner(", ").setEmptyValue("no items");
        counts(items.map(OutcomeKind::of)).forEach((kind, count) -> words.add(count + " " + kind.words));
        return words.toString();
    }

    private static void end(Ending ending, ObjectNode line) {
        switch (ending) {
            case Ending.Failed(UnreadableInvocation unreadable) ->
                line.put("ending", "UNREADABLE").put("reason", Line.bounded(String.valueOf(unreadable.getMessage())));
            case Ending.Failed(var thrown) ->
                line.put("ending", "FAILED").put("reason", Line.bounded(thrown.toString()));
            case Ending.Answered answered -> {
                line.put("ending", answered.thrown().isEmpty() ? "ANSWERED" : "THROWN");
                DeliveryIds.of(answered).write(line.putObject("deliveries"));
                counts(codes(answered)).forEach(line.putObject("problems")::put);
            }
        }
    }

    private static Stream<String> codes(Ending.Answered answered) {
        return answered.outcomes().stream().flatMap(outcome -> switch (outcome) {
            case Outcome.Failed<?>(var problem) -> Stream.of(problem.code());
            case Outcome.Quarantined<?>(var problem, var _) -> Stream.of(problem.code());
            case Outcome.Done<?> _, Outcome.Skipped<?> _, Outcome.NotStarted<?> _, Outcome.NotFinished<?> _ ->
                Stream.empty();
        });
    }

    private static <K extends Comparable<K>> Map<K, Long> counts(Stream<K> things) {
        return things.collect(groupingBy(Function.identity(), TreeMap::new, counting()));
    }

    private static void phases(Map<Phase, Long> nanos, ObjectNode phases) {
        new TreeMap<>(nanos).forEach((phase, took) -> phases.put(phase.field, TimeUnit.NANOSECONDS.toMillis(took)));
    }

    private static void memory(InvocationRecord record, ObjectNode memory) {
        new TreeMap<>(record.memory())
                .forEach((name, budget) -> memory.putObject(name)
                        .put("held", budget.held())
                        .put("peak", budget.peak())
                        .put("total", budget.total()));
        memory.putObject("engine")
                .put("held", record.engine().held())
                .put("peak", record.engine().peak())
                .put("budgeted", record.engine().budgeted());
    }
}
