package renditions.template;

import static renditions.template.Rule.said;
import static renditions.template.Rule.unless;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import renditions.template.Template.Source;
import tools.jackson.databind.JsonNode;

/// Rules for the way of a message: through the queue to the function, or to the dead letters.
final class QueueRules {
    private static final long A_WEEK = 7 * 24 * 3600;

    static final List<Rule> ALL = List.of(
            new Rule("a message stays invisible for six time-outs and the batch window", QueueRules::visibility),
            new Rule("only what the reply names is redelivered", QueueRules::partialResponses),
            new Rule("a batch of more than ten has a window", QueueRules::windows),
            new Rule("after five receives a message goes to the dead letters", QueueRules::redrive),
            new Rule("dead letters are kept a week longer, and are this queue's only", QueueRules::deadLetters));

    private QueueRules() {}

    private static Stream<String> visibility(Template template) {
        return sources(template).flatMap(source -> {
            var function = template.resource(source.function()).path("Properties");
            var queue = queue(template, source).path("Properties");
            var names = template.parametersIn(function.path("Timeout"), function.path("Events"), queue);
            return template.stacks(names).flatMap(stack -> visibility(stack, source, stack.resolve(queue)));
        });
    }

    private static Stream<String> visibility(Stack stack, Source source, JsonNode queue) {
        long timeout = number(stack.properties(source.function()).path("Timeout"));
        long window = number(source.properties(stack).path("MaximumBatchingWindowInSeconds"));
        long visible = number(queue.path("VisibilityTimeout"));
        return unless(
                visible >= 6 * timeout + window && visible <= 43_200, // SQS' own limit: twelve hours
                source + ": invisible for " + visible + " s with a time-out of " + timeout + " s and a window of "
                        + window + " s");
    }

    private static Stream<String> partialResponses(Template template) {
        return sources(template).flatMap(source -> {
            var types = source.properties(template.stack()).path("FunctionResponseTypes");
            return unless(
                    types.size() == 1 && types.path(0).asString().equals("ReportBatchItemFailures"),
                    source + " deletes failed messages: its response types are " + types);
        });
    }

    /// "Creating an event source mapping" of the Lambda guide: more than ten need a window of a second.
    private static Stream<String> windows(Template template) {
        return sources(template).flatMap(source -> {
            var event = template.resource(source.function()).at("/Properties/Events/" + source.event());
            return template.stacks(template.parametersIn(event, template.root().path("Rules")))
                    .filter(Stack::isAllowed)
                    .flatMap(stack -> window(source, source.properties(stack)));
        });
    }

    private static Stream<String> window(Source source, JsonNode event) {
        long size = number(event.path("BatchSize"));
        long window = number(event.path("MaximumBatchingWindowInSeconds"));
        return unless(size <= 10 || window >= 1, source + ": " + size + " messages and a window of " + window + " s");
    }

    private static Stream<String> redrive(Template template) {
        return sources(template).flatMap(source -> {
            var policy = template.stack().resolve(queue(template, source)).at("/Properties/RedrivePolicy");
            return Stream.concat(
                    unless(number(policy.path("maxReceiveCount")) == 5, source + ": the queue's redrive is " + policy),
                    unless(deadLetters(template, source).isPresent(), source + ": no such queue for dead letters"));
        });
    }

    private static Stream<String> deadLetters(Template template) {
        var stack = template.stack();
        return sources(template)
                .flatMap(source -> deadLetters(template, source).stream().flatMap(name -> {
                    var queue = stack.resolve(queue(template, source)).path("Properties");
                    var dead = stack.properties(name);
                    long longer =
                            number(dead.path("MessageRetentionPeriod")) - number(queue.path("MessageRetentionPeriod"));
                    var allowed = dead.path("RedriveAllowPolicy");
                    var only = source.properties(stack).path("Queue");
                    return Stream.concat(
                            unless(
                                    longer >= A_WEEK,
                                    name + " keeps messages only " + longer + " s longer than their queue"),
                            unless(
                                    said(allowed, "/redrivePermission").equals("byQueue")
                                            && allowed.path("sourceQueueArns").size() == 1
                                            && allowed.at("/sourceQueueArns/0").equals(only),
                                    name + " takes dead letters by " + allowed));
                }));
    }

    /// The functions that take messages from queues; a template without any breaks every rule.
    private static Stream<Source> sources(Template template) {
        var all = template.sources("SQS").toList();
        if (all.isEmpty()) {
            throw new AssertionError("no function takes messages from a queue");
        }
        return all.stream();
    }

    private static JsonNode queue(Template template, Source source) {
        return template.resource(
                named(template, source.properties(template.stack()).path("Queue"))
                        .orElseThrow(() -> new AssertionError(source + " takes from no queue of the template")));
    }

    private static Optional<String> deadLetters(Template template, Source source) {
        var policy = template.stack().resolve(queue(template, source).at("/Properties/RedrivePolicy"));
        return named(template, policy.path("deadLetterTargetArn"));
    }

    private static Optional<String> named(Template template, JsonNode arn) {
        var stack = template.stack();
        return template.named("AWS::SQS::Queue").stream()
                .filter(queue -> arn.asString("").endsWith(":" + said(stack.properties(queue), "/QueueName")))
                .findFirst();
    }

    private static long number(JsonNode node) {
        return node.isMissingNode() ? 0 : Long.parseLong(node.asString());
    }
}
