package renditions.template;

import static renditions.template.Rule.text;
import static renditions.template.Rule.unless;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How functions start, change and log.
final class FunctionRules {
    /// "CreateVersion" of the Lambda API reference.
    private static final int LONGEST_DESCRIPTION = 256;

    static final List<Rule> ALL = List.of(
            queued("of what the queue invokes, only published versions are", FunctionRules::alias),
            queued("a zip that the queue invokes starts from a snapshot", FunctionRules::snapshot),
            Rule.each("an image brings everything, and is what `make image` builds", FunctionRules::image),
            queued("a version is published when a parameter or the layer changes", FunctionRules::published),
            Rule.each("logs are JSON, complete, and expire", FunctionRules::logs));

    private FunctionRules() {}

    /// A rule for the functions that take from queues: of others nobody waits for a start.
    private static Rule queued(String name, BiFunction<Stack, String, Stream<String>> complaints) {
        return Rule.each(
                name,
                (stack, function) -> stack.template()
                        .sources("SQS")
                        .filter(source -> source.function().equals(function))
                        .flatMap(_ -> complaints.apply(stack, function)));
    }

    static boolean isImage(JsonNode properties) {
        return properties.path("PackageType").asString("Zip").equals("Image");
    }

    /// SAM sends event sources to the alias, if there is one.
    private static Stream<String> alias(Stack stack, String function) {
        var alias = stack.properties(function).path("AutoPublishAlias");
        return unless(!alias.asString("").isEmpty(), function + " is invoked as it was deployed last, ready or not");
    }

    /// "Improving startup performance with Lambda SnapStart" of the Lambda guide: published versions only, no
    /// images.
    private static Stream<String> snapshot(Stack stack, String function) {
        var properties = stack.properties(function);
        return unless(
                isImage(properties)
                        || properties.at("/SnapStart/ApplyOn").asString("").equals("PublishedVersions"),
                function + " starts anew: SnapStart " + properties.path("SnapStart"));
    }

    /// "PackageType" of `CreateFunction` in the Lambda API reference, and the limits of SnapStart.
    private static Stream<String> image(Stack stack, String function) {
        var properties = stack.properties(function);
        if (!isImage(properties)) {
            return Stream.empty();
        }
        var layers =
                stack.template().named("AWS::Serverless::LayerVersion").stream().map(name -> name + " is not used");
        var zips = Stream.of("Runtime", "Handler", "CodeUri", "Layers", "SnapStart")
                .filter(properties::has)
                .map(name -> function + " is an image and has " + name);
        var uri = properties.path("ImageUri").asString("");
        var built = unless(
                text(Path.of("Makefile")).contains("docker build --tag " + uri + " "),
                function + " is the image '" + uri + "', which `make image` does not build");
        return Stream.of(layers, zips, built).flatMap(complaints -> complaints);
    }

    /// The class that Lambda calls; in an image, the one that its start names last.
    static String handler(JsonNode properties) {
        return isImage(properties)
                ? text(Path.of("src", "image", "start")).strip().replaceFirst("(?s).*\\s", "")
                : properties.path("Handler").asString("");
    }

    /// SAM names the version by the text of the function's properties; only the description holds the values behind
    /// references.
    private static Stream<String> published(Stack stack, String function) {
        var template = stack.template();
        var properties = template.resource(function).path("Properties");
        var description = properties.path("VersionDescription");
        var seen = seen(template, description).toList();
        var needed = Stream.of("Architectures", "MemorySize", "Timeout", "Environment")
                .flatMap(name -> parametersBehind(template, properties.path(name)).stream())
                .distinct();
        var layers = References.of(properties.path("Layers"));
        int longest = template.longest(template.parametersIn(description))
                .resolve(description)
                .asString("")
                .length();
        return Stream.of(
                        unless(
                                properties.path("AutoPublishAliasAllProperties").asBoolean(false),
                                function + " publishes only other code"),
                        Stream.concat(needed, layers)
                                .filter(name -> !seen.contains(name))
                                .map(name -> function + " would not see a change of " + name),
                        unless(
                                longest <= LONGEST_DESCRIPTION,
                                function + ": a version's description may have " + longest + " characters"))
                .flatMap(complaints -> complaints);
    }

    /// What a change of the description can come from. The name of a managed policy changes with its own description,
    /// which cannot be changed in place ("AWS::IAM::ManagedPolicy" of the CloudFormation reference).
    private static Stream<String> seen(Template template, JsonNode description) {
        return References.of(description)
                .flatMap(name -> Stream.concat(
                        Stream.of(name),
                        isPolicy(template, name)
                                ? parametersBehind(
                                        template, template.resource(name).at("/Properties/Description"))
                                        .stream()
                                : Stream.of()));
    }

    private static boolean isPolicy(Template template, String name) {
        return Rule.said(template.resource(name), "/Type").equals("AWS::IAM::ManagedPolicy");
    }

    /// The parameters that a part refers to, directly or through the names of buckets.
    private static Set<String> parametersBehind(Template template, JsonNode part) {
        var buckets = References.of(part)
                .filter(name -> Rule.said(template.resource(name), "/Type").equals("AWS::S3::Bucket"))
                .map(name -> template.resource(name).path("Properties").path("BucketName"));
        return template.parametersIn(Stream.concat(Stream.of(part), buckets).toArray(JsonNode[]::new));
    }

    /// Level TRACE lets everything through that the function's own level has chosen. Other levels could drop the
    /// metrics, which count as lines of level INFO.
    private static Stream<String> logs(Stack stack, String function) {
        var config = stack.properties(function).path("LoggingConfig");
        var expiring = stack.template().named("AWS::Logs::LogGroup").stream()
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
