package renditions.template;

import static renditions.template.Rule.said;
import static renditions.template.Rule.unless;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import renditions.lambda.Settings;
import renditions.template.Template.Source;

/// Rules for how the upload queue is told of uploads: by the bucket's notification or by EventBridge.
final class UploadRules {
    static final List<Rule> ALL = List.of(
            new Rule("the queue takes events of the upload bucket, and of nobody else", UploadRules::senders),
            new Rule("the queue is told of uploads, and of removals if it shall", UploadRules::told),
            new Rule("the queue is told only of keys with the prefix and the suffix", UploadRules::filtered),
            new Rule("a bucket that is not the stack's is told what the stack's own would be", UploadRules::output),
            new Rule("what EventBridge cannot deliver is a dead letter", UploadRules::undelivered),
            new Rule("one bucket for both needs a prefix", UploadRules::shared));

    private UploadRules() {}

    private static Stream<String> senders(Template template) {
        var stack = template.stack();
        return template.sources("SQS").flatMap(source -> {
            var queue = said(source.properties(stack), "/Queue");
            var policies = QueuePolicy.allowing(stack, queue);
            var bucket = template.resource("UploadBucket");
            return Stream.concat(
                    unless(policies.size() == 1, policies + " let somebody send to " + queue),
                    policies.stream()
                            .flatMap(policy -> Stream.concat(
                                    unless(
                                            bucket.isMissingNode()
                                                    || said(bucket, "/DependsOn")
                                                            .equals(policy.name()),
                                            "the bucket does not wait for " + policy.name()),
                                    policy.senders()
                                            .filter(sender -> !sender.equals(sender(stack, source)))
                                            .map(sender -> policy.name() + " lets another send: " + sender))));
        });
    }

    private static QueuePolicy.Sender sender(Stack stack, Source source) {
        return hearsEventBridge(stack)
                ? QueuePolicy.Sender.eventBridge(rule(stack))
                : QueuePolicy.Sender.bucket("arn:aws:s3:::" + bucket(stack, source));
    }

    /// The function is told whether it is to act on removals, and the queue's sender whether to tell of them.
    private static Stream<String> told(Template template) {
        var stack = template.stack();
        return template.sources("SQS").flatMap(source -> {
            var removals = Stream.of("s3:ObjectRemoved:*", "s3:LifecycleExpiration:*");
            var wanted = Stream.concat(
                            Stream.of("s3:ObjectCreated:*"),
                            settings(stack, source).job().removals() ? removals : Stream.of())
                    .map(event -> new Announced(event, said(source.properties(stack), "/Queue"), "", ""))
                    .toList();
            var told = announced(stack, source).toList();
            return unless(told.equals(wanted), source + " is told " + told + ", and the function wants " + wanted);
        });
    }

    private static Stream<String> filtered(Template template) {
        var stack = template.stack(Map.of("UploadPrefix", "in/", "UploadSuffix", ".jpg"));
        return template.sources("SQS")
                .flatMap(source -> announced(stack, source)
                        .filter(one ->
                                !one.prefix().equals("in/") || !one.suffix().equals(".jpg"))
                        .map(one -> source + " is told by the filter of " + one));
    }

    private static Stream<String> output(Template template) {
        var stack = template.stack();
        var own = stack.properties("UploadBucket").path("NotificationConfiguration");
        var output = Announced.output(stack);
        if (own.isMissingNode()) {
            return Stream.empty();
        }
        return hearsEventBridge(stack)
                ? unless(
                        own.at("/EventBridgeConfiguration/EventBridgeEnabled").asBoolean(false)
                                && output.toString().equals("{\"EventBridgeConfiguration\":{}}"),
                        "the bucket has " + own + ", another is to have " + output)
                : unless(
                        Announced.by(output)
                                .toList()
                                .equals(Announced.bucket(own).toList()),
                        "the bucket has " + own + ", another is to have " + output);
    }

    private static Stream<String> undelivered(Template template) {
        var stack = template.stack();
        if (!hearsEventBridge(stack)) {
            return Stream.empty();
        }
        var letters = said(stack.properties("UploadRule"), "/Targets/0/DeadLetterConfig/Arn");
        return template.sources("SQS")
                .flatMap(source -> unless(
                        letters.equals(said(
                                        stack.queue(said(source.properties(stack), "/Queue")),
                                        "/RedrivePolicy/deadLetterTargetArn"))
                                && QueuePolicy.allowing(stack, letters).stream()
                                        .flatMap(QueuePolicy::senders)
                                        .toList()
                                        .equals(List.of(QueuePolicy.Sender.eventBridge(rule(stack)))),
                        source + ": undelivered events go to '" + letters + "', or may not"));
    }

    /// With one bucket for both and no prefix the function refuses to start, so the template refuses before.
    private static Stream<String> shared(Template template) {
        var one = Map.of("UploadBucketName", "photos", "RenditionBucketName", "photos");
        return Stream.of(
                        unless(!template.stack(one).isAllowed(), "one bucket for both needs no prefix"),
                        unless(
                                template.stack(Template.with(one, "UploadPrefix", "in/"))
                                        .isAllowed(),
                                "a prefix is refused"),
                        unless(
                                template.stack(Template.with(one, "RenditionBucketName", "others"))
                                        .isAllowed(),
                                "two buckets are refused"))
                .flatMap(complaints -> complaints);
    }

    /// What the queue is told of.
    private static Stream<Announced> announced(Stack stack, Source source) {
        if (hearsEventBridge(stack)) {
            return Announced.rule(stack.properties("UploadRule"), bucket(stack, source));
        }
        var own = stack.properties("UploadBucket").path("NotificationConfiguration");
        return own.isMissingNode() ? Announced.by(Announced.output(stack)) : Announced.bucket(own);
    }

    private static boolean hearsEventBridge(Stack stack) {
        return "EventBridge".equals(stack.values().get("EventsFrom"));
    }

    private static String rule(Stack stack) {
        return stack.attribute("UploadRule", "Arn");
    }

    private static String bucket(Stack stack, Source source) {
        return SettingsRules.environment(stack.properties(source.function())).getOrDefault("UPLOADS_BUCKET", "");
    }

    private static Settings settings(Stack stack, Source source) {
        return Settings.of(SettingsRules.environment(stack.properties(source.function())));
    }
}
