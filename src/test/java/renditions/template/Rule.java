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
/// @param name a sentence that says what is kept
/// @param complaints what in a template breaks it; nothing if it is kept
record Rule(String name, Function<Template, Stream<String>> complaints) {
    /// All of them. The rules' classes need this one first, so it is no constant.
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

    /// The complaint, unless what is said is so.
    static Stream<String> unless(boolean kept, String complaint) {
        return kept ? Stream.empty() : Stream.of(complaint);
    }

    /// The text of a file that the template speaks of.
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
