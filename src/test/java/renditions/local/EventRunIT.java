package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `make run EVENT=…`, from the user's side.
class EventRunIT {
    private final TriedRun run = new TriedRun();

    @Test
    void ones_own_event_finds_the_uploads_that_are_there_and_reports_the_others() throws Exception {
        assertThat(run.of("--event", "events/odd-keys.json")).isZero();

        assertThat(run.out())
                .containsPattern("made +red flower.jpg")
                .containsPattern("made +%%%.png")
                .containsPattern("made +🌸.jpg")
                .containsPattern("failed +../../escape.jpg")
                .contains("not acknowledged: deliveries 13, 15 of 15");
    }

    @Test
    void folders_and_removals_are_acknowledged_beside_the_uploads() throws Exception {
        assertThat(run.of("--event", "events/console-folder.json")).isZero();
        assertThat(run.of("--event", "events/removals.json")).isZero();

        assertThat(run.out())
                .containsPattern("skipped +message .*'photos/' stands for a folder")
                .containsPattern("made +photos/2026/lake.jpg")
                .containsPattern("skipped +inbox/red flower.jpg .*gone: it had no manifest")
                .containsPattern("made +inbox/lake.jpg")
                .contains("not acknowledged: no delivery")
                .doesNotContain("not acknowledged: deliver");
    }

    @Test
    void what_was_held_back_with_its_group_says_so() throws Exception {
        assertThat(run.of("--event", "events/fifo-two-groups.json")).isZero();

        assertThat(run.out())
                .containsPattern("failed +inbox/3-city-at-night.jpg .*the picture is damaged")
                .containsPattern(
                        "not started +inbox/1-mountain-lake.jpg +inbox/3-city-at-night.jpg, which is before it in its group, is not done");
        assertThat(run.err()).contains("4 of 4");
    }

    @Test
    void a_test_event_is_acknowledged() throws Exception {
        assertThat(run.of("--event", "events/test-event.json")).isZero();

        assertThat(run.out())
                .contains("skipped", "1 item in ", "not acknowledged: no delivery")
                .doesNotContain("upload", "what to do");
        assertThat(run.err())
                .contains(
                        ": uploading no files to an embedded S3, then handing 1 delivery to",
                        "1 of 1 item, last message ");
    }

    @Test
    void an_event_without_a_queue_is_handed_over_again_after_an_exception() throws Exception {
        run.environment().put("RENDITIONS", "[{\"name\":\"tiny\",\"width\":64,\"formats\":[\"jpeg\"]}]");

        assertThat(run.of("--event", "events/eventbridge-direct-corrupt.json")).isZero();

        assertThat(run.out().lines().filter(line -> line.startsWith("receive ")))
                .hasSize(3)
                .allMatch(
                        line -> line.contains(
                                ": 1 message, an exception: 1 of 1 items are not done; item 1: CORRUPT, the picture is damaged"));
        assertThat(run.out())
                .contains("what to do about CORRUPT: ", "not acknowledged: delivery 1 of 1")
                .doesNotContain("reply: ");
    }

    @Test
    void tasks_of_a_job_have_their_results() throws Exception {
        run.environment().put("RENDITIONS", "[{\"name\":\"tiny\",\"width\":64,\"formats\":[\"jpeg\"]}]");

        assertThat(run.of("--event", "events/batch-operations-2.0.json")).isZero();

        assertThat(run.out())
                .contains("\"resultCode\":\"Succeeded\"", "\"resultString\":\"failed: CORRUPT, the picture is damaged")
                .contains("not acknowledged: deliveries 2, 4 of 4");
    }

    @Test
    void what_is_no_upload_is_not_called_one() throws Exception {
        assertThat(run.of("--event", "events/unreadable-bodies.json")).isZero();

        assertThat(run.out())
                .contains("35 items in ", "1 made, 34 failed", "not acknowledged: deliveries 2, 3, 4, ")
                .contains("what to do about UNREADABLE: docs/runbook.md, section 'Dead letters'")
                .doesNotContain("35 uploads");
        assertThat(run.err())
                .contains(
                        ": uploading 1 file to an embedded S3, then handing 32 deliveries to", "35 of 35 items, last ");
    }
}
