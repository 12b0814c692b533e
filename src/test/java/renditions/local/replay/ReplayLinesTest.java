package renditions.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import renditions.local.replay.Replayed.Played;
import renditions.local.replay.Replayed.Unplayed;
import renditions.local.report.ItemStatus;
import renditions.local.report.Terminal;

final class ReplayLinesTest {
    private static final Runbook RUNBOOK =
            new Runbook(Map.of("CORRUPT", "Have it uploaded again.", "NOT_STARTED", "Redrive it."));

    @Test
    void a_message_says_what_would_happen_why_and_what_to_do() {
        var message = new Replayed(
                "id",
                5,
                List.of(
                        new Played("s3://b/a", ItemStatus.MADE, "", "8 renditions", List.of()),
                        new Played("s3://b/b", ItemStatus.SKIPPED, "", "up to date", List.of()),
                        new Played("s3://b/c", ItemStatus.FAILED, "CORRUPT", "damaged", List.of("other content")),
                        new Played("s3://b/d", ItemStatus.UNSTARTED, "", "no time", List.of())));

        assertThat(lines(message))
                .containsExactly(
                        "message 1 of 1, id, received 5 times: it would be redelivered,"
                                + " and after too many receives be a dead letter",
                        "  + made: s3://b/a",
                        "    8 renditions",
                        "    next: Redrive the message: its renditions would be made.",
                        "  - skipped: s3://b/b",
                        "    up to date",
                        "    next: Redrive the message: a replay begins without renditions, so it cannot tell what is to be"
                                + " removed or compared there.",
                        "  x failed, CORRUPT: s3://b/c",
                        "    damaged",
                        "    note: other content",
                        "    next: Have it uploaded again.",
                        "  o not started: s3://b/d",
                        "    no time",
                        "    next: Redrive it.",
                        "1 message: 1 would be redelivered");
    }

    @Test
    void a_missing_picture_leaves_the_fate_open_unless_another_entry_decides_it() {
        var missing = new Unplayed("s3://b/a", "no picture", "Download it.");
        var made = new Played("s3://b/b", ItemStatus.MADE, "", "", List.of());
        var failed = new Played("s3://b/c", ItemStatus.FAILED, "CORRUPT", "", List.of());

        assertThat(lines(
                        new Replayed("1", 1, List.of(made)),
                        new Replayed("2", 1, List.of(missing, made)),
                        new Replayed("3", 1, List.of(missing, failed))))
                .contains(
                        "message 1 of 3, 1, received 1 time: it would be acknowledged and deleted",
                        "message 2 of 3, 2, received 1 time: not known, for not all of it could be replayed",
                        "  ? not replayed: s3://b/a",
                        "    no picture",
                        "    next: Download it.",
                        "message 3 of 3, 3, received 1 time: it would be redelivered,"
                                + " and after too many receives be a dead letter")
                .endsWith("3 messages: 1 would be deleted, 1 would be redelivered, 1 not known");
    }

    @Test
    void a_quarantined_upload_lets_its_message_go() {
        var upload = new Played("s3://b/a", ItemStatus.QUARANTINED, "CORRUPT", "damaged", List.of());

        assertThat(lines(new Replayed("1", 2, List.of(upload))))
                .containsExactly(
                        "message 1 of 1, 1, received 2 times: it would be acknowledged and deleted",
                        "  ! quarantined, CORRUPT: s3://b/a",
                        "    damaged",
                        "    next: Redrive the message: the upload would be quarantined."
                                + " See docs/runbook.md, section 'Quarantine'.",
                        "1 message: 1 would be deleted");
    }

    @Test
    void hostile_text_stays_text() {
        var hostile = "\u001B[2J\u202E\nnext";
        var played = new Played(hostile, ItemStatus.FAILED, hostile, hostile, List.of(hostile));
        var unplayed = new Unplayed(hostile, hostile, hostile);

        assertThat(lines(new Replayed(hostile, 1, List.of(played, unplayed))))
                .allMatch(line -> line.chars().allMatch(sign -> sign >= ' ' && sign < 0x7F));
    }

    private static List<String> lines(Replayed... messages) {
        return new ReplayLines(new Terminal(false, false, false), RUNBOOK).lines(List.of(messages));
    }
}
