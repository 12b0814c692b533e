package renditions.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// CloudFormation's own linter finds no fault in the templates.
class LintTest {
    private static final String HOW = "the template is not linted: cfn-lint is missing (pipx install cfn-lint)";

    @ParameterizedTest
    @EnumSource
    void the_linter_has_nothing_to_say(Deployed way) throws Exception {
        assertThat(lint(way.file())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void it_names_a_property_that_is_not_there(Deployed way, @TempDir Path folder) throws Exception {
        var broken = folder.resolve("template.yaml");
        Files.writeString(broken, Files.readString(way.file()).replace("VisibilityTimeout:", "VisibilityTimeOut:"));

        assertThat(lint(broken)).contains("VisibilityTimeOut");
    }

    /// The linter's findings, including warnings.
    private static String lint(Path template) throws IOException, InterruptedException {
        var linter = Tool.required(Tool.named("cfn-lint"), HOW);
        var lint = new ProcessBuilder(List.of(linter.toString(), template.toString())).redirectErrorStream(true);
        lint.environment().keySet().removeIf(name -> name.startsWith("AWS_")); // it lints for the region that is set
        var process = lint.start();
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        int status = process.waitFor();
        assertThat(status == 0).as(words).isEqualTo(words.isBlank());
        return words;
    }
}
