package renditions.template;

import static renditions.template.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How functions start, change and log.
final class FunctionRules {
    /// "CreateVersion" of the Lambda API reference.
    private static final int LONGEST_DESCRIPTION = 256;

    static final List<Rule> ALL = List.of(
            new Rule("functions start from a snapshot", each(FunctionRules::snapshot)),
            new Rule("a version is published when a parameter or the layer changes", each(FunctionRules::published)),
            new Rule("logs are JSON, complete, and expire", each(FunctionRules::logs)));

    private FunctionRules() {}

    private interface Check {
        Stream<String> of(Template template, String function);
    }

    private static java.util.function.Function<Template, Stream<String>> each(Check check) {
        return template ->
                template.named("AWS::Serverless::Function").stream().flatMap(function -> check.of(template, function));
    }

    /// "Improving startup performance with Lambda SnapStart" of the Lambda guide: published versions only.
    private static Stream<String> snapshot(Template template, String function) {
        var properties = template.stack().properties(function);
        return unless(
                properties.at("/SnapStart/ApplyOn").asString("").equals("PublishedVersions")
                        && !properties.path("AutoPublishAlias").asString("").isEmpty(),
                function + " starts anew: SnapStart " + properties.path("SnapStart") + ", alias "
                        + properties.path("AutoPublishAlias"));
    }

    /// SAM makes the version's name from the function's properties as they are written; only the description tells it
    /// what a reference stands for.
    private static Stream<String> published(Template template, String function) {
        var properties = template.resource(function).path("Properties");
        var description = properties.path("VersionDescription");
        var seen = References.of(description).toList();
        var needed = Stream.of("Architectures", "MemorySize", "Timeout", "Environment")
                .flatMap(name -> parametersBehind(template, properties.path(name)).stream())
                .distinct();
        var layers = References.of(properties.path("Layers"));
        return Stream.of(
                        unless(
                                properties.path("AutoPublishAliasAllProperties").asBoolean(false),
                                function + " publishes only other code"),
                        Stream.concat(needed, layers)
                                .filter(name -> !seen.contains(name))
                                .map(name -> function + " would not see a change of " + name),
                        template
                                .stacks(template.parametersIn(description))
                                .map(stack ->
                                        stack.resolve(description).asString("").length())
                                .max(Integer::compare)
                                .filter(longest -> longest > LONGEST_DESCRIPTION - longestText(template, seen))
                                .stream()
                                .map(longest -> function + ": a version's description may be too long"))
                .flatMap(complaints -> complaints);
    }

    /// Those that a part refers to, and those that the buckets' names there are made of.
    private static Set<String> parametersBehind(Template template, JsonNode part) {
        var buckets = References.of(part)
                .filter(name ->
                        template.resource(name).path("Type").asString("").equals("AWS::S3::Bucket"))
                .map(name -> template.resource(name).path("Properties").path("BucketName"));
        return template.parametersIn(Stream.concat(Stream.of(part), buckets).toArray(JsonNode[]::new));
    }

    /// How much longer free texts may be than their defaults.
    private static int longestText(Template template, List<String> names) {
        return names.stream()
                .map(name -> template.parameters().path(name))
                .filter(parameter -> parameter.has("MaxLength"))
                .mapToInt(parameter -> parameter.path("MaxLength").asInt()
                        - parameter.path("Default").asString().length())
                .sum();
    }

    /// Level TRACE lets everything through, which the function's own level has chosen; any other would drop the metrics
    /// when they count as lines of level INFO.
    private static Stream<String> logs(Template template, String function) {
        var stack = template.stack();
        var config = stack.properties(function).path("LoggingConfig");
        var expiring = template.named("AWS::Logs::LogGroup").stream()
                .map(stack::properties)
                .filter(group -> group.has("RetentionInDays"))
                .map(group -> group.path("LogGroupName").asString())
                .toList();
        return unless(
                config.path("LogFormat").asString("").equals("JSON")
                        && config.path("ApplicationLogLevel").asString("").equals("TRACE")
                        && expiring.contains(config.path("LogGroup").asString("")),
                function + " logs by " + config);
    }
}
