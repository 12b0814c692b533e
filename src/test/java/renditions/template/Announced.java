package renditions.template;

import static renditions.template.Rule.said;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A kind of event that a queue is told of.
///
/// @param event in the words of S3's notifications
/// @param queue its ARN
/// @param prefix what a key must begin with
/// @param suffix what a key must end with
record Announced(String event, String queue, String prefix, String suffix) {
    /// What a bucket's configuration in the template says.
    static Stream<Announced> bucket(JsonNode configuration) {
        return configuration.path("QueueConfigurations").valueStream().map(one -> {
            var rules = one.at("/Filter/S3Key/Rules");
            return new Announced(
                    said(one, "/Event"), said(one, "/Queue"), filter(rules, "prefix"), filter(rules, "suffix"));
        });
    }

    /// What a configuration in the words of `put-bucket-notification-configuration` says.
    static Stream<Announced> by(JsonNode configuration) {
        return configuration.path("QueueConfigurations").valueStream().flatMap(one -> {
            var rules = one.at("/Filter/Key/FilterRules");
            return one.path("Events")
                    .valueStream()
                    .map(event -> new Announced(
                            event.asString(),
                            said(one, "/QueueArn"),
                            filter(rules, "prefix"),
                            filter(rules, "suffix")));
        });
    }

    /// What a rule of EventBridge sends to its target, if it hears this bucket.
    static Stream<Announced> rule(JsonNode rule, String bucket) {
        var pattern = rule.path("EventPattern");
        var wildcard = said(pattern, "/detail/object/key/0/wildcard").split("\\*", -1);
        return pattern.path("detail-type")
                .valueStream()
                .filter(_ -> said(pattern, "/source/0").equals("aws.s3")
                        && said(pattern, "/detail/bucket/name/0").equals(bucket)
                        && wildcard.length == 2)
                .flatMap(type -> events(type.asString()))
                .map(event -> new Announced(event, said(rule, "/Targets/0/Arn"), wildcard[0], wildcard[1]));
    }

    /// "Using EventBridge" of the S3 user guide: an expired object is a deleted one.
    private static Stream<String> events(String detailType) {
        return switch (detailType) {
            case "Object Created" -> Stream.of("s3:ObjectCreated:*");
            case "Object Deleted" -> Stream.of("s3:ObjectRemoved:*", "s3:LifecycleExpiration:*");
            default -> Stream.of(detailType);
        };
    }

    /// The output of the stack that says how to configure another's bucket.
    static JsonNode output(Stack stack) {
        return new JsonMapper()
                .readTree(stack.resolve(stack.template().root().at("/Outputs/UploadNotification/Value"))
                        .asString());
    }

    private static String filter(JsonNode rules, String name) {
        return rules.valueStream()
                .filter(rule -> said(rule, "/Name").equals(name))
                .map(rule -> said(rule, "/Value"))
                .findFirst()
                .orElse("no " + name);
    }
}
