package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renditions.lambda.PaperFunction.invoke;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.BatchFailure;
import renditions.batch.FailurePolicy;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.Events;
import renditions.testing.MemoryStore;

/// Events that come without a queue, through the whole function.
class AsynchronousFunctionTest {
    private static final Duration AMPLE = Duration.ofMinutes(5);
    private static final String EVENT = new String(Events.s3(List.of("1.jpg", "2.jpg", "3.jpg")), UTF_8);

    private final MemoryStore store = new MemoryStore();
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, 8);

    @AfterEach
    void closeLanes() {
        lanes.close();
    }

    @Test
    void what_is_done_returns() throws Exception {
        add("1200x800", "1200x800", "1200x800");

        assertThat(invoke(function(CorruptUploads.RETRY), EVENT, AMPLE)).isEqualTo("null");
    }

    @Test
    void what_fails_is_thrown_once_at_the_end_and_a_retry_does_only_that() throws Exception {
        add("1200x800", "1200x800", "1200x800");
        var first = new ObjectId("uploads", "1.jpg");
        store.breakAt("GET 1.jpg", StoreProblem.Kind.UNAVAILABLE.of(first, "for the test"));
        var function = function(CorruptUploads.RETRY);

        assertThatThrownBy(() -> invoke(function, EVENT, AMPLE))
                .isInstanceOf(BatchFailure.class)
                .hasMessageStartingWith("1 of 3 items are not done; item 1: UNAVAILABLE, ");
        assertThat(store.list("out")).containsKeys("manifests/2.jpg", "manifests/3.jpg");

        store.mendAt("GET 1.jpg");
        int before = store.calls().size();
        assertThat(invoke(function, EVENT, AMPLE)).isEqualTo("null");
        assertThat(store.calls().subList(before, store.calls().size()))
                .contains("GET 1.jpg")
                .doesNotContain("GET 2.jpg", "GET 3.jpg");
    }

    @Test
    void what_no_attempt_can_make_is_quarantined_or_thrown_as_the_setting_says() throws Exception {
        add("1200x800", "rubbish", "1200x800");

        assertThat(invoke(function(CorruptUploads.QUARANTINE), EVENT, AMPLE)).isEqualTo("null");
        assertThat(store.list("out").keySet())
                .filteredOn(key -> key.startsWith("quarantine/2.jpg/"))
                .hasSize(1);
        assertThatThrownBy(() -> invoke(function(CorruptUploads.RETRY), EVENT, AMPLE))
                .isInstanceOf(BatchFailure.class)
                .hasMessageStartingWith("1 of 3 items are not done; item 2: CORRUPT, ");
    }

    @Test
    void no_time_left_is_thrown() {
        assertThatThrownBy(() -> invoke(function(CorruptUploads.QUARANTINE), EVENT, Duration.ZERO))
                .isInstanceOf(BatchFailure.class)
                .hasMessageStartingWith("3 of 3 items are not done; item 1: not started: no time was left to begin it");
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void each_task_of_a_job_has_its_result() throws Exception {
        add("1200x800", "rubbish", "1200x800");
        var job = new String(Events.tasks("2.0", List.of("1.jpg", "2.jpg", "4.jpg", "%C3")), UTF_8);

        assertThat(invoke(function(CorruptUploads.RETRY), job, AMPLE))
                .contains(
                        "{\"taskId\":\"t1\",\"resultCode\":\"Succeeded\",",
                        "{\"taskId\":\"t2\",\"resultCode\":\"PermanentFailure\",\"resultString\":\"failed: CORRUPT, ",
                        "{\"taskId\":\"t3\",\"resultCode\":\"PermanentFailure\",\"resultString\":\"failed: MISSING, ",
                        "{\"taskId\":\"t4\",\"resultCode\":\"PermanentFailure\",\"resultString\":\"failed: UNREADABLE, ");
        assertThat(invoke(function(CorruptUploads.RETRY), job, Duration.ZERO))
                .contains("{\"taskId\":\"t1\",\"resultCode\":\"TemporaryFailure\",", "{\"taskId\":\"t4\",");
    }

    private void add(String... pictures) {
        for (int i = 0; i < pictures.length; i++) {
            store.add(new ObjectId("uploads", (i + 1) + ".jpg"), pictures[i].getBytes(UTF_8));
        }
    }

    private RenditionsFunction function(CorruptUploads corrupt) {
        return PaperFunction.of(store, FailurePolicy.COLLECT, corrupt, lanes);
    }
}
