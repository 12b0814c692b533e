package renditions.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Reason;
import renditions.batch.Severity;
import renditions.event.Delivery;
import renditions.event.DistinctItems;
import renditions.event.Entry;
import renditions.testing.EmbeddedMetrics;
import renditions.testing.FakeSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Invented records of invocations, and their lines. Times are in milliseconds.
final class SampleRecords {
    private static final JsonMapper JSON = new JsonMapper();
    static final Instant AT = Instant.parse("2026-11-24T21:07:36.497Z");
    static final Request REQUEST = new Request("r-1", "renditions", "7");
    static final Map<String, Budget> IDLE =
            Map.of("uploads", new Budget(0, 4_000, 9_000), "pixels", new Budget(0, 6_000, 8_000));

    static final EngineMemory ENGINE = new EngineMemory(16, 5_000, 7_000);

    static final Outcome<String> DONE = new Outcome.Done<>("made");
    static final Outcome<String> SKIPPED = new Outcome.Skipped<>("up to date");
    static final Outcome<String> QUARANTINED =
            new Outcome.Quarantined<>(Problem.of("EMPTY", "no bytes", Severity.PERMANENT), "s3://out/report");
    static final Outcome<String> CORRUPT = new Outcome.Failed<>(Problem.of("CORRUPT", "damaged", Severity.PERMANENT));
    static final Outcome<String> NOT_STARTED = new Outcome.NotStarted<>(new Reason.NoTimeLeft());
    static final Outcome<String> NOT_FINISHED = new Outcome.NotFinished<>(new Reason.AnswerDue());

    private SampleRecords() {}

    static Ending.Answered answered(List<Outcome<String>> outcomes, int stillRunning, Ending.Seal seal) {
        var deliveries = IntStream.range(0, outcomes.size())
                .mapToObj(i -> delivery(i, "m" + (i + 1)))
                .toList();
        return answered(deliveries, outcomes, stillRunning, seal);
    }

    static Ending.Answered answered(
            List<Delivery> deliveries, List<Outcome<String>> outcomes, int stillRunning, Ending.Seal seal) {
        var items = DistinctItems.of(FakeSource.independent(deliveries));
        assertThat(items.items()).as("an item for each outcome").hasSameSizeAs(outcomes);
        return new Ending.Answered(items, outcomes, stillRunning, seal, Optional.empty());
    }

    static Delivery delivery(int number, String id) {
        return new Delivery(id, 1, "", List.of(ignored(number)));
    }

    static Entry ignored(int number) {
        return new Entry.Ignored("number " + number);
    }

    static InvocationRecord record(Ending ending, Map<Phase, Long> phases, List<ItemTiming> timings) {
        return new InvocationRecord(REQUEST, ending, phases, timings, IDLE, ENGINE, 0);
    }

    static Map<Phase, Long> phases(long read, long work, long stop, long reply) {
        return Map.of(Phase.READ, ms(read), Phase.WORK, ms(work), Phase.STOP, ms(stop), Phase.REPLY, ms(reply));
    }

    static ItemTiming timing(Outcome<String> outcome, long took, long expected, long computed) {
        return new ItemTiming(
                outcome, new Effort(ms(took), ms(computed), ms(expected), ms(expected == 400 ? 400 : computed / 2)));
    }

    static Ending.Seal seal(long margin, long overdue) {
        return new Ending.Seal(ms(margin), ms(overdue));
    }

    static long ms(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    static JsonNode json(InvocationRecord record) {
        return JSON.readTree(RecordLine.of(record, AT, 0));
    }

    static Map<String, List<Double>> metrics(InvocationRecord record) {
        var metrics = EmbeddedMetrics.read(new String(RecordLine.of(record, AT, 0), UTF_8).strip());
        assertThat(metrics.namespace()).isEqualTo("Renditions");
        assertThat(metrics.dimensions()).isEqualTo(Map.of("FunctionName", "renditions"));
        assertThat(metrics.units())
                .allSatisfy((name, unit) ->
                        assertThat(unit).isEqualTo(name.matches("ItemLatency|SealMargin") ? "Milliseconds" : "Count"));
        return metrics.values();
    }
}
