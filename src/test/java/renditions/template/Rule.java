package renditions.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A rule for the template.
///
/// @param name the rule in one sentence
/// @param complaints what breaks it in a template; empty if it is kept
record Rule(String name, Function<Template, Stream<String>> complaints) {
    /// All rules. This is no constant, because the rules' classes need this class first.
    static List<Rule> all() {
        return Stream.of(
                        QueueRules.ALL,
                        UploadRules.ALL,
                        FunctionRules.ALL,
                        RoleRules.ALL,
                        ServiceRules.ALL,
                        SettingsRules.ALL,
                        SafetyRules.ALL,
                        WatchRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /// A rule for every function of the template, with the defaults of its parameters.
    ///
    /// @param complaints what of a function breaks it
    static Rule each(String name, BiFunction<Stack, String, Stream<String>> complaints) {
        return new Rule(
                name,
                template -> template.named("AWS::Serverless::Function").stream()
                        .flatMap(function -> complaints.apply(template.stack(), function)));
    }

    List<String> check(Template template) {
        return complaints.apply(template).toList();
    }

    /// The complaint, unless the rule is kept.
    static Stream<String> unless(boolean kept, String complaint) {
        return kept ? Stream.empty() : Stream.of(complaint);
    }

    /// The text at a JSON pointer; empty where there is none.
    static String said(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
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
