package renditions.template;

import static renditions.template.Rule.unless;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import renditions.lambda.ReprocessFunction;
import renditions.lambda.ReprocessSettings;
import renditions.lambda.Settings;
import tools.jackson.databind.JsonNode;

/// Rules for parameters and for the environment that they become.
final class SettingsRules {
    /// Variables that others read: the JVM its options, glibc the number of arenas.
    private static final Set<String> READ_BY_OTHERS = Set.of("JAVA_TOOL_OPTIONS", "MALLOC_ARENA_MAX");

    static final List<Rule> ALL = List.of(
            Rule.each("the function reads each variable of its environment", SettingsRules::unread),
            Rule.each("the function takes whatever a parameter allows", SettingsRules::refused),
            Rule.each("without a choice the template has the function's own defaults", SettingsRules::departures),
            new Rule("the functions agree on what both read", SettingsRules::disagreements),
            new Rule("each parameter is used", SettingsRules::unused),
            new Rule("each parameter is explained, in a group, and limited", SettingsRules::unexplained),
            new Rule("each output is explained", SettingsRules::outputs));

    private SettingsRules() {}

    /// The variables of a function.
    static Map<String, String> environment(JsonNode properties) {
        return properties
                .at("/Environment/Variables")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    private static Stream<String> unread(Stack stack, String function) {
        var variables = environment(stack.properties(function));
        var read = new Noting(variables);
        read(stack, function, read);
        return variables.keySet().stream()
                .filter(name -> !read.asked.contains(name) && !READ_BY_OTHERS.contains(name))
                .map(name -> function + " does not read " + name);
    }

    private static Stream<String> refused(Stack defaults, String function) {
        var template = defaults.template();
        return template.parametersIn(template.resource(function).at("/Properties/Environment")).stream()
                .flatMap(name -> template.stacks(Set.of(name)))
                .flatMap(stack -> refusal(stack, function));
    }

    private static void read(Stack stack, String function, Map<String, String> variables) {
        if (FunctionRules.handler(stack.properties(function)).equals(ReprocessFunction.class.getName())) {
            ReprocessSettings.of(variables);
        } else {
            Settings.of(variables);
        }
    }

    /// What both functions read decides keys and digests.
    private static Stream<String> disagreements(Template template) {
        var stack = template.stack();
        var said = template.named("AWS::Serverless::Function").stream()
                .map(function -> environment(stack.properties(function)))
                .toList();
        return said.getFirst().entrySet().stream()
                .filter(variable -> said.stream()
                        .anyMatch(other -> !other.getOrDefault(variable.getKey(), variable.getValue())
                                .equals(variable.getValue())))
                .map(variable -> "the functions disagree on " + variable.getKey());
    }

    private static Stream<String> refusal(Stack stack, String function) {
        try {
            read(stack, function, environment(stack.properties(function)));
            return Stream.empty();
        } catch (IllegalArgumentException refusal) {
            return Stream.of(String.valueOf(refusal.getMessage()));
        }
    }

    private static Stream<String> departures(Stack stack, String function) {
        if (!Choices.isDefault(stack.template())) {
            return Stream.empty();
        }
        var variables = environment(stack.properties(function));
        var buckets = new HashMap<>(variables);
        // No default has the buckets' names, and only a stack that reprocesses needs the quarantine.
        buckets.keySet().retainAll(Set.of("RENDITIONS_BUCKET", "UPLOADS_BUCKET", "CORRUPT"));
        var own = Settings.of(buckets);
        var here = Settings.of(variables);
        return unless(here.equals(own), function + " would go by " + own + ", but the template says " + here);
    }

    private static Stream<String> unused(Template template) {
        var used = References.of(template.root()).collect(Collectors.toSet());
        return names(template).filter(name -> !used.contains(name)).map(name -> name + " is not used");
    }

    private static Stream<String> unexplained(Template template) {
        var face = template.root().at("/Metadata/AWS::CloudFormation::Interface");
        var grouped = face.path("ParameterGroups")
                .valueStream()
                .flatMap(group -> group.path("Parameters").valueStream())
                .map(JsonNode::asString)
                .toList();
        return names(template)
                .filter(name -> {
                    var parameter = template.parameters().path(name);
                    return grouped.stream().filter(name::equals).count() != 1
                            || !face.path("ParameterLabels").path(name).has("default")
                            || !parameter.has("Description")
                            || !(parameter.has("AllowedValues") || isLimited(parameter));
                })
                .map(name -> name + " lacks a description, a label, one group, or a limit that is told");
    }

    private static boolean isLimited(JsonNode parameter) {
        boolean limited = parameter.path("Type").asString("").equals("Number")
                ? parameter.has("MinValue") && parameter.has("MaxValue")
                : parameter.has("AllowedPattern") && parameter.has("MaxLength");
        return limited && parameter.has("ConstraintDescription");
    }

    private static Stream<String> outputs(Template template) {
        return template.root()
                .path("Outputs")
                .propertyStream()
                .filter(output -> !output.getValue().has("Description"))
                .map(output -> output.getKey() + " is not explained");
    }

    private static Stream<String> names(Template template) {
        return template.parameters().propertyStream().map(Map.Entry::getKey);
    }

    /// Variables that note which of them are read.
    private static final class Noting extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        private final transient Set<Object> asked = new HashSet<>();

        Noting(Map<String, String> variables) {
            super(variables);
        }

        @Override
        public @Nullable String get(@Nullable Object name) {
            asked.add(String.valueOf(name));
            return super.get(name);
        }
    }
}
