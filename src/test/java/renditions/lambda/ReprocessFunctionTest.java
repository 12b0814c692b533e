package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.local.cloud.LocalContext;
import renditions.queue.QueueProblem;
import renditions.reprocess.Sweep;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.telemetry.Counts;
import renditions.testing.MemoryStore;
import renditions.testing.PaperQueue;

/// Scheduled reprocessing, with a store and a queue in memory.
final class ReprocessFunctionTest {
    private static final Map<String, String> LEAST = Map.of(
            "RENDITIONS_BUCKET", "out", "UPLOADS_BUCKET", "uploads", "UPLOADS_QUEUE_URL", "https://sqs/1/uploads");
    private static final Duration AMPLE = Duration.ofMinutes(5);

    private final MemoryStore store = new MemoryStore();
    private final PaperQueue queue = new PaperQueue();
    private final Lanes lanes = new Lanes(NanoClock.system(), 1, 1);
    private final List<Counts> records = new ArrayList<>();

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void a_tick_is_answered_with_what_was_found_and_sent() throws IOException {
        store.add(new ObjectId("uploads", "a.jpg"), new byte[1]);
        store.add(new ObjectId("out", "manifests/b.jpg"), new byte[300]);

        assertThat(tick("{\"reprocess\":{}}", AMPLE))
                .isEqualTo(
                        "{\"reprocess\":{\"ending\":\"finished\",\"listed\":2,\"found\":{\"missing\":1,\"outdated\":0,"
                                + "\"stale\":0,\"orphaned\":1,\"doubtful\":0},\"sent\":2}}");
        assertThat(queue.take()).hasSize(2);
        assertThat(records).singleElement().satisfies(counts -> {
            assertThat(counts.level()).isEqualTo(Level.INFO);
            assertThat(counts.message())
                    .isEqualTo("reprocessing finished: 2 listed, found 1 missing, 1 orphaned, 2 messages sent");
            assertThat(counts.counts()).containsExactlyEntriesOf(metrics(1, 1, 2, 1));
        });
    }

    @Test
    void a_dry_run_only_counts() throws IOException {
        store.add(new ObjectId("uploads", "a.jpg"), new byte[1]);

        assertThat(tick("{\"dryRun\":true,\"redrive\":true,\"reprocess\":{}}", AMPLE))
                .isEqualTo(
                        "{\"reprocess\":{\"ending\":\"finished\",\"listed\":1,\"found\":{\"missing\":1,\"outdated\":0,"
                                + "\"stale\":0,\"orphaned\":0,\"doubtful\":0},\"sent\":0},\"redrive\":\"not started\",\"dryRun\":true}");
        assertThat(queue.take()).isEmpty();
        assertThat(queue.redrives()).isZero();
    }

    @Test
    void to_redrive_moves_the_dead_letters_and_looks_at_nothing() throws IOException {
        assertThat(tick("{\"redrive\":true}", AMPLE)).isEqualTo("{\"redrive\":\"started\"}");
        assertThat(queue.redrives()).isEqualTo(1);
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void without_time_the_answer_says_so() throws IOException {
        assertThat(tick("{\"reprocess\":{}}", Duration.ZERO)).startsWith("{\"reprocess\":{\"ending\":\"out of time\"");
    }

    @Test
    void a_problem_of_the_store_is_recorded_and_thrown() {
        store.breakAt("LIST *", StoreProblem.Kind.DENIED.of(new ObjectId("uploads", "*"), "allow s3:ListBucket"));

        assertThatThrownBy(() -> tick("{\"reprocess\":{}}", AMPLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("access to s3://uploads/* is denied: allow s3:ListBucket");
        assertThat(records).singleElement().extracting(Counts::level).isEqualTo(Level.ERROR);
    }

    @Test
    void a_problem_of_the_queue_is_thrown() {
        queue.fail(new QueueProblem(QueueProblem.Kind.QUEUE_DENIED, "not allowed"));

        assertThatThrownBy(() -> tick("{\"redrive\":true}", AMPLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not allowed");
    }

    @Test
    void what_is_no_tick_is_refused_before_anything_is_done() {
        assertThatThrownBy(() -> tick("{\"Records\":[]}", AMPLE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.calls()).isEmpty();
        assertThat(records).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPLOADS_QUEUE_URL | | UPLOADS_QUEUE_URL is not set, allowed: the URL of a standard queue",
                "UPLOADS_QUEUE_URL | https://sqs/1/a.fifo | is 'https://sqs/1/a.fifo', allowed: the URL of a standard",
                "UPLOADS_QUEUE_URL | queue | UPLOADS_QUEUE_URL is 'queue', allowed: the URL of a standard queue",
                "UPLOADS_BUCKET | | UPLOADS_BUCKET is not set, allowed: the name of the bucket",
                "DEAD_LETTER_QUEUE_ARN | dead | DEAD_LETTER_QUEUE_ARN is 'dead', allowed: the ARN of a queue",
                "REPROCESS_PREFIX | manifests/x/ | REPROCESS_PREFIX is 'manifests/x/', allowed: a prefix that does not begin",
                "REPROCESS_PREFIX | x | REPROCESS_PREFIX is 'x', allowed: up to 200",
            })
    void a_wrong_setting_is_refused(String name, String value, String message) {
        var environment = new HashMap<>(LEAST);
        environment.put(name, value == null ? "" : value);

        assertThatThrownBy(() -> ReprocessSettings.of(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void its_own_objects_never_lie_among_the_uploads() {
        var environment = Map.of(
                "RENDITIONS_BUCKET", "uploads",
                "UPLOADS_BUCKET", "uploads",
                "UPLOADS_PREFIX", "re",
                "RENDITIONS_PREFIX", "out/",
                "UPLOADS_QUEUE_URL", "https://sqs/1/uploads");

        assertThatThrownBy(() -> ReprocessSettings.of(environment))
                .hasMessage("the setting REPROCESS_PREFIX is 'reprocess/', allowed: a prefix that overlaps no upload;"
                        + " those begin with 're'");
    }

    private static Map<String, Long> metrics(long missing, long orphaned, long sent, long finished) {
        var metrics = new LinkedHashMap<String, Long>();
        metrics.put("FoundMissing", missing);
        metrics.put("FoundOutdated", 0L);
        metrics.put("FoundStale", 0L);
        metrics.put("FoundOrphaned", orphaned);
        metrics.put("FoundDoubtful", 0L);
        metrics.put("MessagesSent", sent);
        metrics.put("SweepFinished", finished);
        return metrics;
    }

    private String tick(String json, Duration time) throws IOException {
        var settings = ReprocessSettings.of(LEAST);
        var sweep = new Sweep(store, queue, lanes, settings.sweep(), () -> Instant.parse("2020-01-01T00:00:00Z"));
        var parts = new Reprocessing(
                lanes, settings.function().margins(), queue, sweep, (counts, _) -> records.add(counts));
        var reply = new ByteArrayOutputStream();
        new ReprocessFunction(parts)
                .handleRequest(new ByteArrayInputStream(json.getBytes(UTF_8)), reply, new LocalContext(time));
        return reply.toString(UTF_8);
    }
}
