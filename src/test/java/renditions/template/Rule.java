package renditions.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A rule for the template.
///
/// @param name the rule in one sentence
/// @param complaints what breaks it in a template; empty if it is kept
record Rule(String name, Function<Template, Stream<String>> complaints) {
    /// All rules. This is no constant, because the rules' classes need this class first.
    static List<Rule> all() {
        return Stream.of(
                        QueueRules.ALL,
                        FunctionRules.ALL,
                        RoleRules.ALL,
                        SettingsRules.ALL,
                        SafetyRules.ALL,
                        WatchRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    List<String> check(Template template) {
        return complaints.apply(template).toList();
    }

    /// The complaint, unless the rule is kept.
    static Stream<String> unless(boolean kept, String complaint) {
        return kept ? Stream.empty() : Stream.of(complaint);
    }

    /// The text of a file that the template mentions.
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
