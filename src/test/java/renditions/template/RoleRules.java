package renditions.template;

import static renditions.template.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Rules for permissions. The permissions that a function needs are taken from its code at work, not from a list.
final class RoleRules {
    static final List<Rule> ALL = List.of(
            each("a function may do what its code does", RoleRules::missing),
            each("a function may do nothing that its code does not", RoleRules::superfluous),
            Rule.each("only Lambda takes a function's role", RoleRules::trust),
            new Rule("policies allow nothing wholesale", RoleRules::wholesale),
            each("nothing is written where uploads arrive", RoleRules::loops));

    private RoleRules() {}

    /// A rule for every function, whatever is chosen of what its role depends on.
    private static Rule each(String name, BiFunction<Stack, String, Stream<String>> complaints) {
        return new Rule(
                name,
                template -> template.named("AWS::Serverless::Function").stream()
                        .flatMap(function -> template.stacks(Set.of("Corrupt"))
                                .flatMap(stack -> complaints.apply(stack, function))));
    }

    /// The operations of S3 that the functions at work requested.
    static Set<String> operations(Template template) {
        return template.named("AWS::Serverless::Function").stream()
                .flatMap(function -> AtWork.operations(template.stack(), function).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<String> missing(Stack stack, String function) {
        var allowed = allowed(stack, function);
        return taken(stack, function)
                .filter(taken -> allowed.stream().noneMatch(permission -> permission.covers(taken)))
                .map(taken -> function + " may not " + taken);
    }

    private static Stream<String> superfluous(Stack stack, String function) {
        var taken = taken(stack, function).toList();
        return allowed(stack, function).stream()
                .filter(permission -> taken.stream().noneMatch(permission::covers))
                .map(permission -> function + " may " + permission + " and never does");
    }

    private static Stream<String> trust(Stack stack, String function) {
        var trusted = stack.properties(role(stack, function))
                .path("AssumeRolePolicyDocument")
                .path("Statement");
        return unless(
                trusted.size() == 1
                        && trusted.at("/0/Principal").toString().equals("{\"Service\":\"lambda.amazonaws.com\"}"),
                function + "'s role is taken by " + trusted);
    }

    /// A star may only stand for unknown names: the keys in a bucket, the streams of a log.
    private static Stream<String> wholesale(Template template) {
        var stack = template.stack();
        return template.root()
                .path("Resources")
                .propertyStream()
                .flatMap(resource -> documents(stack.properties(resource.getKey()), resource.getKey(), stack)
                        .flatMap(Permission::allowedBy)
                        .filter(permission -> permission.action().contains("*")
                                || !permission
                                        .resource()
                                        .matches("[^*]+|arn:aws:s3:::[^*]+/\\*|arn:aws:logs:[^*]+:log-group:[^*]+:\\*"))
                        .map(permission -> resource.getKey() + " allows " + permission));
    }

    private static Stream<JsonNode> documents(JsonNode properties, String resource, Stack stack) {
        return switch (stack.template().resource(resource).path("Type").asString()) {
            case "AWS::IAM::Role" ->
                properties.path("Policies").valueStream().map(policy -> policy.path("PolicyDocument"));
            case "AWS::Serverless::Function" -> properties.path("Policies").valueStream();
            default -> Stream.of(properties.path("PolicyDocument"));
        };
    }

    private static Stream<String> loops(Stack stack, String function) {
        var template = stack.template();
        var triggers = template.named("AWS::S3::Bucket").stream()
                .map(stack::properties)
                .filter(bucket -> bucket.has("NotificationConfiguration"))
                .map(bucket -> bucket.path("BucketName").asString())
                .toList();
        var written = allowed(stack, function).stream()
                .filter(permission -> permission.action().equals("s3:PutObject"));
        return written.filter(permission -> triggers.stream()
                        .anyMatch(bucket -> permission.resource().startsWith("arn:aws:s3:::" + bucket + "/")))
                .map(permission -> function + " may trigger itself: " + permission);
    }

    private static List<Permission> allowed(Stack stack, String function) {
        var role = stack.properties(role(stack, function));
        var attached = role.path("ManagedPolicyArns")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        var managed = stack.template().named("AWS::IAM::ManagedPolicy").stream()
                .filter(policy -> attached.contains(stack.identifier(policy)))
                .map(stack::properties);
        return Stream.concat(managed, role.path("Policies").valueStream())
                .flatMap(policy -> Permission.allowedBy(policy.path("PolicyDocument")))
                .toList();
    }

    private static String role(Stack stack, String function) {
        return stack.template()
                .resource(function)
                .at("/Properties/Role/Fn::GetAtt/0")
                .asString("");
    }

    private static Stream<Permission> taken(Stack stack, String function) {
        return Stream.of(
                        AtWork.taken(stack, function),
                        Permission.ofKey(stack.key()),
                        stack.template()
                                .sources("SQS")
                                .filter(source -> source.function().equals(function))
                                .flatMap(source -> polling(
                                        source.properties(stack).path("Queue").asString())),
                        lost(stack.properties(function)
                                .at("/EventInvokeConfig/DestinationConfig/OnFailure/Destination")
                                .asString("")),
                        logging(stack.properties(function)
                                .at("/LoggingConfig/LogGroup")
                                .asString("")))
                .flatMap(permissions -> permissions);
    }

    /// "Configuring permissions" in "Creating an SQS event source mapping" of the Lambda guide.
    private static Stream<Permission> polling(String queue) {
        return Stream.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
                .map(action -> new Permission(action, queue));
    }

    /// "Adding a destination" of the Lambda guide.
    private static Stream<Permission> lost(String queue) {
        return queue.isEmpty() ? Stream.of() : Stream.of(new Permission("sqs:SendMessage", queue));
    }

    /// "Execution role permissions" of the Lambda guide. The log exists already, so no permission to create it is
    /// needed.
    private static Stream<Permission> logging(String log) {
        var stream = "arn:aws:logs:eu-west-1:123456789012:log-group:" + log + ":log-stream:2026/01/01/[1]abc";
        return Stream.of("logs:CreateLogStream", "logs:PutLogEvents").map(action -> new Permission(action, stream));
    }
}
