package renditions.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import renditions.image.Format;
import renditions.image.PixelSize;

final class ItemTableTest {
    private static final ItemTable SCREEN = new ItemTable(new Terminal(true, true, true));
    private static final ItemTable FILE = new ItemTable(new Terminal(false, false, false));
    private static final ItemTable PLAIN_UNICODE = new ItemTable(new Terminal(true, false, true));

    @Test
    void columns_stand_under_each_other_and_the_last_line_sums_up() {
        var run = run(
                item("inbox/a.jpg", ItemStatus.MADE, "", new PixelSize(1600, 1067), 1204),
                item("inbox/longer.jpg", ItemStatus.FAILED, "the picture is damaged", new PixelSize(8, 8), 12),
                SampleItems.item("q", ItemStatus.QUARANTINED, "", "no picture", SampleItems.DELETED),
                SampleItems.item("c", ItemStatus.UNFINISHED, "", "no time", SampleItems.DELETED),
                SampleItems.item("d", ItemStatus.UNSTARTED, "", "c is not done", SampleItems.DELETED));
        assertThat(PLAIN_UNICODE.lines(run))
                .containsExactly(
                        "\u2713 made          inbox/a.jpg       1600x1067  1,204 ms  1 rendition",
                        "\u2715 failed        inbox/longer.jpg        8x8     12 ms               the picture is damaged",
                        "\u2691 quarantined   q                                                   no picture",
                        "\u2026 not finished  c                                                   no time",
                        "\u25CB not started   d                                                   c is not done",
                        "5 uploads in 500 ms: 1 made, 1 quarantined, 1 failed, 1 not finished, 1 not started");
    }

    @Test
    void a_report_is_said_to_be_there_after_the_reason() {
        var item = SampleItems.item("q", ItemStatus.QUARANTINED, "", "no picture", SampleItems.DELETED);
        assertThat(FILE.lines(run(
                        SampleItems.reported(item, new RunReport("s3://r/quarantine/q\u001B/e.json", new byte[2])))))
                .first()
                .asString()
                .endsWith("no picture; report: s3://r/quarantine/q<U+001B>/e.json");
    }

    @Test
    void a_screen_without_unicode_gets_nothing_but_ascii() {
        var lines = FILE.lines(
                run(item("in\u00E9/\uD83C\uDF41", ItemStatus.SKIPPED, "d\u00E9j\u00E0 vu", new PixelSize(1, 1), 1)));
        assertThat(lines)
                .first()
                .asString()
                .isEqualTo("- skipped  in<U+00E9>/<U+1F341>  1x1  1 ms    d<U+00E9>j<U+00E0> vu");
        assertThat(String.join("", lines)).matches("\\p{ASCII}*");
    }

    @Test
    void colours_begin_and_end_within_the_first_column() {
        assertThat(SCREEN.lines(run(item("a", ItemStatus.FAILED, "", new PixelSize(1, 1), 1))))
                .first()
                .asString()
                .startsWith("\u001B[31m\u2715 failed\u001B[0m  a");
    }

    @Test
    void nothing_a_stranger_named_moves_the_cursor_or_begins_a_line() {
        var lines = SCREEN.lines(run(
                item("a\u001B[2J\r\nb\u202E\u009B31m", ItemStatus.FAILED, "\u0007\u2028bell", new PixelSize(1, 1), 1)));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .contains("a<U+001B>[2J<U+000D><U+000A>b<U+202E><U+009B>31m")
                .contains("<U+0007><U+2028>bell");
        assertThat(lines.getFirst().replaceAll("\u001B\\[\\d+m", "").codePoints())
                .noneMatch(Character::isISOControl);
    }

    @Test
    void of_a_long_key_beginning_and_end_are_shown() {
        var line = PLAIN_UNICODE
                .lines(run(item("inbox/" + "x".repeat(500) + "/end.jpg", ItemStatus.MADE, "", new PixelSize(1, 1), 1)))
                .getFirst();
        assertThat(line).contains("inbox/xxx").contains("xxx/end.jpg").hasSizeLessThan(ItemTable.KEY + 50);
    }

    @Test
    void an_empty_run_is_one_line() {
        assertThat(FILE.lines(new Run("none", "upload", List.of(), Duration.ofMillis(3), List.of(), "engine")))
                .containsExactly("no uploads in 3 ms");
    }

    private static RunItem item(String key, ItemStatus status, String why, PixelSize size, long millis) {
        var made = status == ItemStatus.MADE
                ? List.of(new RunPicture("thumb", Format.JPEG, new PixelSize(1, 1), new byte[9]))
                : List.<RunPicture>of();
        return new RunItem(
                key,
                status,
                "",
                why,
                Optional.of(size),
                7,
                Duration.ofMillis(millis),
                Optional.empty(),
                Optional.empty(),
                made,
                SampleItems.DELETED,
                Optional.empty());
    }

    private static Run run(RunItem... items) {
        return new Run("run", "upload", List.of(items), Duration.ofMillis(500), List.of(), "engine");
    }
}
