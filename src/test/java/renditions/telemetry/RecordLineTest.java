package renditions.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.telemetry.SampleRecords.CORRUPT;
import static renditions.telemetry.SampleRecords.DONE;
import static renditions.telemetry.SampleRecords.ENGINE;
import static renditions.telemetry.SampleRecords.IDLE;
import static renditions.telemetry.SampleRecords.NOT_FINISHED;
import static renditions.telemetry.SampleRecords.NOT_STARTED;
import static renditions.telemetry.SampleRecords.QUARANTINED;
import static renditions.telemetry.SampleRecords.REQUEST;
import static renditions.telemetry.SampleRecords.SKIPPED;
import static renditions.telemetry.SampleRecords.answered;
import static renditions.telemetry.SampleRecords.delivery;
import static renditions.telemetry.SampleRecords.ignored;
import static renditions.telemetry.SampleRecords.json;
import static renditions.telemetry.SampleRecords.metrics;
import static renditions.telemetry.SampleRecords.ms;
import static renditions.telemetry.SampleRecords.phases;
import static renditions.telemetry.SampleRecords.record;
import static renditions.telemetry.SampleRecords.seal;
import static renditions.telemetry.SampleRecords.timing;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import renditions.event.Delivery;
import renditions.event.InvocationReader;
import renditions.event.UnreadableInvocation;
import renditions.testing.HostileText;
import tools.jackson.databind.json.JsonMapper;

class RecordLineTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void five_uploads_the_third_corrupt() {
        var timings = List.of(
                timing(DONE, 835, 400, 200),
                timing(DONE, 1281, 500, 500),
                timing(CORRUPT, 261, 90, 10),
                timing(DONE, 952, 100, 400),
                timing(DONE, 1342, 0, 80));
        var outcomes = List.of(DONE, DONE, CORRUPT, DONE, DONE);
        var record = record(answered(outcomes, 0, seal(58_566, -58_316)), phases(3, 1400, 0, 1), timings);

        assertThat(json(record)).isEqualTo(JSON.readTree("""
                {
                  "timestamp": "2026-11-24T21:07:36.497Z", "level": "WARN", "message": "answered: 1 failed, 4 done",
                  "requestId": "r-1", "functionVersion": "7", "ending": "ANSWERED",
                  "deliveries": {"failed": ["m3"], "notFinished": [], "notStarted": [],
                               "quarantined": [], "done": ["m1", "m2", "m4", "m5"], "skipped": [], "notNamed": 0},
                  "problems": {"CORRUPT": 1},
                  "phases": {"read": 3, "work": 1400, "stop": 0, "reply": 1},
                  "memory": {"pixels": {"held": 0, "peak": 6000, "total": 8000},
                             "uploads": {"held": 0, "peak": 4000, "total": 9000},
                             "engine": {"held": 16, "peak": 5000, "budgeted": 7000}},
                  "prediction": {"whenAdmitted": {"items": 3, "median": 1.0, "least": 0.5, "most": 4.0},
                                 "fromHeader": {"items": 4, "median": 2.0, "least": 0.5, "most": 2.0}},
                  "writtenOff": 0,
                  "linesLost": 0,
                  "_aws": {"Timestamp": 1795554456497, "CloudWatchMetrics": [{
                    "Namespace": "Renditions", "Dimensions": [["FunctionName"]], "Metrics": [
                      {"Name": "Failed", "Unit": "Count"}, {"Name": "NotFinished", "Unit": "Count"},
                      {"Name": "NotStarted", "Unit": "Count"}, {"Name": "Quarantined", "Unit": "Count"},
                      {"Name": "Done", "Unit": "Count"},
                      {"Name": "Skipped", "Unit": "Count"}, {"Name": "ItemLatency", "Unit": "Milliseconds"},
                      {"Name": "SealMargin", "Unit": "Milliseconds"}, {"Name": "LateSeals", "Unit": "Count"},
                      {"Name": "StillRunning", "Unit": "Count"}]}]},
                  "FunctionName": "renditions", "Failed": 1, "NotFinished": 0, "NotStarted": 0, "Quarantined": 0, "Done": 4,
                  "Skipped": 0, "ItemLatency": [261, 835, 952, 1281, 1342], "SealMargin": 58566, "LateSeals": 0,
                  "StillRunning": 0
                }"""));
    }

    @Test
    void a_quarantined_upload_is_counted_and_its_delivery_is_not_redelivered() {
        var record = record(answered(List.of(DONE, QUARANTINED), 0, seal(1, -1)), phases(0, 0, 0, 0), List.of());

        var line = json(record);
        assertThat(line.path("level").stringValue()).isEqualTo("INFO");
        assertThat(line.path("message").stringValue()).isEqualTo("answered: 1 quarantined, 1 done");
        assertThat(line.path("deliveries").path("quarantined").toString()).isEqualTo("[\"m2\"]");
        assertThat(line.path("problems")).isEqualTo(JSON.readTree("{\"EMPTY\": 1}"));
        assertThat(metrics(record)).containsEntry("Quarantined", List.of(1.0)).containsEntry("Failed", List.of(0.0));
    }

    @Test
    void the_watchdog_told_two_to_stop_and_one_of_them_did_not() {
        var outcomes = List.of(DONE, NOT_FINISHED, NOT_FINISHED, NOT_STARTED);
        var timings = List.of(timing(DONE, 900, 100, 100), timing(NOT_FINISHED, 990, 100, 100));
        var record = new InvocationRecord(
                REQUEST,
                answered(outcomes, 1, seal(229, 21)),
                phases(1, 900, 271, 0),
                timings,
                Map.of("pixels", new Budget(7_000, 7_000, 8_000)),
                new EngineMemory(7_500, 7_800, 7_000),
                1);

        var line = json(record);
        assertThat(line.path("level").stringValue()).isEqualTo("WARN");
        assertThat(line.path("writtenOff").intValue()).isOne();
        assertThat(line.path("deliveries")).isEqualTo(JSON.readTree("""
                        {"failed": [], "notFinished": ["m2", "m3"], "notStarted": ["m4"],
                         "quarantined": [], "done": ["m1"],
                         "skipped": [], "notNamed": 0}"""));
        assertThat(line.path("phases")).isEqualTo(JSON.readTree("""
                {"read": 1, "work": 900, "stop": 271, "reply": 0}"""));
        assertThat(line.path("memory")).isEqualTo(JSON.readTree("""
                {"pixels": {"held": 7000, "peak": 7000, "total": 8000},
                 "engine": {"held": 7500, "peak": 7800, "budgeted": 7000}}"""));
        assertThat(metrics(record))
                .containsEntry("NotFinished", List.of(2.0))
                .containsEntry("NotStarted", List.of(1.0))
                .containsEntry("SealMargin", List.of(229.0))
                .containsEntry("LateSeals", List.of(1.0))
                .containsEntry("StillRunning", List.of(1.0));
    }

    @Test
    void a_seal_that_was_due_and_done_is_not_late() {
        assertThat(seal(250, 19).late()).isFalse();
        assertThat(seal(250, 21).late()).isTrue();
    }

    @Test
    void without_time_everything_is_reported_at_once_and_nothing_has_a_latency() {
        var record = record(answered(List.of(NOT_STARTED, NOT_STARTED), 0, seal(-3, 1)), phases(2, 0, 1, 0), List.of());

        assertThat(json(record).path("deliveries").path("notStarted").toString())
                .isEqualTo("[\"m1\",\"m2\"]");
        assertThat(json(record).path("prediction")).isEqualTo(JSON.readTree("{}"));
        assertThat(metrics(record))
                .containsEntry("NotStarted", List.of(2.0))
                .containsEntry("SealMargin", List.of(-3.0))
                .containsEntry("LateSeals", List.of(0.0))
                .doesNotContainKey("ItemLatency");
    }

    @Test
    void an_empty_batch_is_answered() {
        var record = record(answered(List.of(), 0, seal(1, -1)), phases(0, 0, 0, 0), List.of());

        assertThat(json(record).path("message").stringValue()).isEqualTo("answered: no items");
        assertThat(json(record).path("level").stringValue()).isEqualTo("INFO");
    }

    @Test
    void an_unreadable_event_says_why() {
        var record = new InvocationRecord(
                REQUEST,
                new Ending.Failed(unreadable("{\"hello\":1}")),
                Map.of(Phase.READ, ms(4)),
                List.of(),
                IDLE,
                ENGINE,
                0);

        var line = json(record);
        assertThat(line.path("level").stringValue()).isEqualTo("ERROR");
        assertThat(line.path("message").stringValue()).isEqualTo("not answered: nothing is acknowledged");
        assertThat(line.path("ending").stringValue()).isEqualTo("UNREADABLE");
        assertThat(line.path("reason").stringValue()).startsWith("No source of this function sends such an event, ");
        assertThat(line.path("phases")).isEqualTo(JSON.readTree("{\"read\": 4}"));
        assertThat(line.has("deliveries")).isFalse();
        assertThat(metrics(record))
                .containsOnlyKeys("Done", "Skipped", "Quarantined", "Failed", "NotStarted", "NotFinished");
    }

    @Test
    void an_exception_says_what_and_in_which_phase() {
        var record = record(
                new Ending.Failed(new IllegalStateException("no room")),
                Map.of(Phase.READ, ms(4), Phase.WORK, ms(20)),
                List.of(timing(DONE, 15, 1, 1)));

        var line = json(record);
        assertThat(line.path("ending").stringValue()).isEqualTo("FAILED");
        assertThat(line.path("reason").stringValue()).isEqualTo("java.lang.IllegalStateException: no room");
        assertThat(line.path("phases")).isEqualTo(JSON.readTree("{\"read\": 4, \"work\": 20}"));
        assertThat(metrics(record)).containsEntry("ItemLatency", List.of(15.0)).containsEntry("Done", List.of(0.0));
    }

    @Test
    void a_delivery_with_several_entries_is_as_the_worst_of_them_and_done_if_any_of_them_is() {
        var deliveries = List.of(
                new Delivery("skipped", 1, "", List.of(ignored(1), ignored(2))),
                new Delivery("done", 1, "", List.of(ignored(3), ignored(4))),
                new Delivery("failed", 1, "", List.of(ignored(5), ignored(6), ignored(7))));
        var outcomes = List.of(SKIPPED, SKIPPED, SKIPPED, DONE, DONE, NOT_STARTED, CORRUPT);
        var record = record(answered(deliveries, outcomes, 0, seal(1, -1)), phases(0, 0, 0, 0), List.of());

        assertThat(json(record).path("deliveries")).isEqualTo(JSON.readTree("""
                {"failed": ["failed"], "notFinished": [], "notStarted": [],
                 "quarantined": [], "done": ["done"],
                 "skipped": ["skipped"], "notNamed": 0}"""));
    }

    @Test
    void ten_thousand_items_with_hostile_ids_of_a_kilobyte_make_a_line_of_a_quarter_of_a_megabyte_at_most() {
        var hostile = HostileText.some(10_000).toList();
        var deliveries = IntStream.range(0, 10_000)
                .mapToObj(i -> delivery(i, i + hostile.get(i) + "\u0007".repeat(1_000)))
                .toList();
        var outcomes = IntStream.range(0, 10_000)
                .mapToObj(i -> i < 9_980 ? DONE : CORRUPT)
                .toList();
        var timings =
                IntStream.range(0, 10_000).mapToObj(i -> timing(DONE, i, 7, 7)).toList();
        var record = record(answered(deliveries, outcomes, 0, seal(1, -1)), phases(1, 2, 3, 4), timings);

        var named = json(record).path("deliveries");
        assertThat(named.path("failed"))
                .as("those that are redelivered are named first")
                .isNotEmpty();
        assertThat(named.path("failed").size()
                        + named.path("done").size()
                        + named.path("notNamed").intValue())
                .isEqualTo(10_000);
        assertThat(metrics(record).get("ItemLatency"))
                .hasSize(100)
                .startsWith(0.0)
                .endsWith(9_999.0)
                .isSorted();
    }

    @Test
    void ten_thousand_usual_ids_are_named_as_far_as_there_is_room_those_to_be_redelivered_all() {
        var deliveries = IntStream.range(0, 10_000)
                .mapToObj(i -> delivery(i, "ca4f6ffa-257c-392b-bf75-%012d".formatted(i)))
                .toList();
        var outcomes = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 10 == 0 ? CORRUPT : DONE)
                .toList();
        var record = record(answered(deliveries, outcomes, 0, seal(1, -1)), phases(1, 2, 3, 4), List.of());

        var named = json(record).path("deliveries");
        assertThat(named.path("failed")).hasSize(1_000);
        assertThat(named.path("done")).hasSize(1_564);
        assertThat(named.path("notNamed").intValue()).isEqualTo(10_000 - 1_000 - 1_564);
    }

    private static Throwable unreadable(String event) {
        try {
            throw new AssertionError(new InvocationReader().read(event.getBytes(UTF_8)));
        } catch (UnreadableInvocation expected) {
            return expected;
        }
    }
}
