package renditions.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class RunbookTest {
    private static final Path PAGE = Path.of("docs", "runbook.md");

    @Test
    void each_code_of_the_readme_has_advice() throws IOException {
        var codes = new TreeSet<String>();
        Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| failed, "))
                .forEach(line -> Pattern.compile("`([A-Z_]+)`")
                        .matcher(line.split("\\|", -1)[1])
                        .results()
                        .forEach(code -> codes.add(code.group(1))));

        assertThat(codes).contains("CORRUPT", "DENIED", "UNEXPECTED");
        assertThat(Runbook.read(PAGE).advice().keySet()).containsAll(codes).contains("NOT_STARTED", "NOT_FINISHED");
    }

    @Test
    void advice_is_plain_text() throws IOException {
        var runbook = Runbook.read(PAGE);
        assertThat(runbook.next("CORRUPT")).startsWith("The upload is at fault. Have it uploaded again");
        assertThat(runbook.advice().values())
                .allSatisfy(advice -> assertThat(advice).doesNotContain("](", "`", "|"));
    }

    @Test
    void a_code_without_advice_is_looked_up_in_the_runbook() {
        assertThat(new Runbook(Map.of()).next("CORRUPT")).isEqualTo("see docs/runbook.md, section 'Dead letters'");
    }
}
