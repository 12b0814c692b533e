package renditions.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AdviceTest {
    @Test
    void where_all_went_well_there_is_none() {
        assertThat(Advice.lines(run("", ""))).isEmpty();
    }

    @Test
    void each_code_is_named_once() {
        assertThat(Advice.lines(run("", "UNREADABLE", "CORRUPT", "CORRUPT", "")))
                .containsExactly("what to do about CORRUPT, UNREADABLE: docs/runbook.md, section 'Dead letters'");
    }

    @Test
    void quarantined_uploads_are_no_dead_letters() {
        var item = SampleItems.item("a", ItemStatus.QUARANTINED, "", "damaged", SampleItems.DELETED);

        assertThat(Advice.lines(new Run("run", "upload", List.of(item), Duration.ZERO, List.of(), "engine")))
                .containsExactly("what to do about quarantined uploads: docs/runbook.md, section 'Quarantine'");
    }

    @Test
    void an_answer_that_does_not_count_is_another_matter() {
        assertThat(Advice.lines(run("it threw")))
                .containsExactly(
                        "what to do if the function did not answer: docs/runbook.md, section 'Failed invocations'");
    }

    @Test
    void what_it_points_to_is_there() throws Exception {
        var sections = Pattern.compile("(\\S+), section '(.*)'");
        for (var place : List.of(Advice.ITEMS, Advice.QUARANTINE, Advice.INVOCATIONS)) {
            var parts = sections.matcher(place);
            assertThat(parts.matches()).isTrue();
            assertThat(Files.readString(Path.of(parts.group(1)))).contains("\n## " + parts.group(2) + "\n");
        }
    }

    private static Run run(String flaw, String... codes) {
        var receive = new RunReceive(1, Duration.ZERO, Duration.ZERO, 1, List.of(0), "", flaw);
        var items = Stream.of(codes).map(AdviceTest::item).toList();
        return new Run("run", "upload", items, Duration.ZERO, List.of(receive), "engine");
    }

    private static RunItem item(String code) {
        var status = code.isEmpty() ? ItemStatus.MADE : ItemStatus.FAILED;
        return SampleItems.item("a", status, code, "", SampleItems.DELETED);
    }
}
