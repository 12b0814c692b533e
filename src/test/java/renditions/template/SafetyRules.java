package renditions.template;

import static renditions.template.Rule.said;
import static renditions.template.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Rules for buckets and queues: private, encrypted, and not lost with the stack.
final class SafetyRules {
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String QUEUE = "AWS::SQS::Queue";

    private static final String ENCRYPTION = "/BucketEncryption/ServerSideEncryptionConfiguration/0";

    static final List<Rule> ALL = List.of(
            new Rule("buckets and queues encrypt what they hold", SafetyRules::encryption),
            new Rule("buckets and queues take nothing in the clear", SafetyRules::transport),
            new Rule("buckets are private", SafetyRules::privacy),
            new Rule("uploads that broke off are cleared away", SafetyRules::remains),
            new Rule("buckets and their policies outlive the stack", SafetyRules::retention),
            new Rule("roles have the boundary that is chosen, or none", SafetyRules::bounded));

    private SafetyRules() {}

    private static Stream<String> encryption(Template template) {
        var stack = template.stack();
        var buckets = template.named(BUCKET).stream()
                .filter(bucket -> !isEncrypted(stack.properties(bucket).at(ENCRYPTION), stack.key()));
        var queues = template.named(QUEUE).stream()
                .filter(queue ->
                        !stack.properties(queue).path("SqsManagedSseEnabled").asBoolean(false));
        return Stream.concat(buckets, queues).map(name -> name + " does not encrypt");
    }

    private static boolean isEncrypted(JsonNode encryption, String key) {
        var algorithm = said(encryption, "/ServerSideEncryptionByDefault/SSEAlgorithm");
        return key.isEmpty()
                ? algorithm.equals("AES256")
                : algorithm.equals("aws:kms")
                        && said(encryption, "/ServerSideEncryptionByDefault/KMSMasterKeyID")
                                .equals(key)
                        && encryption.path("BucketKeyEnabled").asBoolean(false);
    }

    private static Stream<String> bounded(Template template) {
        var stack = template.stack();
        var boundary = stack.values().getOrDefault("BoundaryArn", "");
        return template.named("AWS::IAM::Role").stream()
                .filter(role ->
                        !said(stack.properties(role), "/PermissionsBoundary").equals(boundary))
                .map(role -> role + " has another boundary than '" + boundary + "'");
    }

    private static Stream<String> transport(Template template) {
        var stack = template.stack();
        var buckets = template.named(BUCKET).stream().filter(bucket -> {
            var name = said(stack.properties(bucket), "/BucketName");
            var arn = "arn:aws:s3:::" + name;
            return !isRefused(
                    statements(stack, "AWS::S3::BucketPolicy", "Bucket", name), "s3:*", Set.of(arn, arn + "/*"));
        });
        var queues = template.named(QUEUE).stream().filter(queue -> {
            var name = said(stack.properties(queue), "/QueueName");
            var url = "https://sqs.eu-west-1.amazonaws.com/123456789012/" + name;
            var arn = "arn:aws:sqs:eu-west-1:123456789012:" + name;
            return !isRefused(statements(stack, "AWS::SQS::QueuePolicy", "Queues", url), "sqs:*", Set.of(arn));
        });
        return Stream.concat(buckets, queues).map(name -> name + " can be reached without TLS");
    }

    /// The statements of all policies of a type for the resource of this name.
    private static Stream<JsonNode> statements(Stack stack, String type, String property, String name) {
        return stack.template().named(type).stream()
                .map(stack::properties)
                .filter(policy -> texts(policy.path(property)).contains(name))
                .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream());
    }

    private static boolean isRefused(Stream<JsonNode> statements, String action, Set<String> resources) {
        return statements.anyMatch(statement -> said(statement, "/Effect").equals("Deny")
                && said(statement, "/Principal").equals("*")
                && texts(statement.path("Action")).equals(Set.of(action))
                && texts(statement.path("Resource")).equals(resources)
                && statement.path("Condition").toString().equals("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"));
    }

    private static Stream<String> privacy(Template template) {
        var stack = template.stack();
        return template.named(BUCKET).stream().flatMap(bucket -> {
            var properties = stack.properties(bucket);
            var blocked = properties.path("PublicAccessBlockConfiguration");
            return unless(
                    blocked.size() == 4
                            && blocked.valueStream().allMatch(JsonNode::asBoolean)
                            && said(properties, "/OwnershipControls/Rules/0/ObjectOwnership")
                                    .equals("BucketOwnerEnforced"),
                    bucket + " may be shown or belong to others");
        });
    }

    private static Stream<String> remains(Template template) {
        var stack = template.stack();
        return template.named(BUCKET).stream()
                .filter(bucket -> stack.properties(bucket).has("NotificationConfiguration"))
                .filter(bucket -> stack.properties(bucket)
                        .at("/LifecycleConfiguration/Rules")
                        .valueStream()
                        .noneMatch(rule -> rule.path("Status").asString("").equals("Enabled")
                                && rule.has("AbortIncompleteMultipartUpload")))
                .map(bucket -> bucket + " keeps parts that nobody can read");
    }

    private static Stream<String> retention(Template template) {
        return Stream.of(BUCKET, "AWS::S3::BucketPolicy")
                .flatMap(type -> template.named(type).stream())
                .filter(name ->
                        !said(template.resource(name), "/DeletionPolicy").startsWith("Retain")
                                || !said(template.resource(name), "/UpdateReplacePolicy")
                                        .equals("Retain"))
                .map(name -> name + " goes with the stack");
    }

    private static Set<String> texts(JsonNode oneOrMany) {
        return (oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany))
                .map(node -> node.asString(""))
                .collect(Collectors.toSet());
    }
}
