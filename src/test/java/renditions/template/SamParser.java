package renditions.template;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The parser of SAM CLI's `--parameter-overrides`, run by the Python that SAM CLI itself runs on.
///
/// @param python its file
record SamParser(Path python) {
    private static final String HOW =
            "SAM CLI's parser is not asked: there is no 'sam' that a Python runs " + "(pipx install aws-sam-cli)";

    private static final String PARSE = """
            import json, sys
            from samcli.cli.types import CfnParameterOverridesType
            print(json.dumps(CfnParameterOverridesType().convert(tuple(sys.argv[1:]), None, None)))
            """;

    /// That of the `sam` on the path; without one the test ends here.
    static SamParser onPath() {
        return Tool.required(Tool.named("sam").flatMap(SamParser::python).map(SamParser::new), HOW);
    }

    private static Optional<Path> python(Path sam) {
        try (var lines = Files.lines(sam, ISO_8859_1)) {
            return lines.findFirst()
                    .filter(line -> line.startsWith("#!") && line.contains("python"))
                    .map(line -> Path.of(line.substring(2).strip()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// What SAM CLI reads from the arguments that follow the option.
    Map<String, String> overrides(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(python.toString(), "-c", PARSE));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(words).isZero();
        return new JsonMapper()
                .readTree(words)
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asString()));
    }
}
