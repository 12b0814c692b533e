package renditions.template;

import static renditions.template.Rule.said;
import static renditions.template.Rule.text;
import static renditions.template.Rule.unless;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Rules for alarms, for the runbook that explains them, and for the dashboard.
final class WatchRules {
    /// The metrics that the function reports (namespace "Renditions", dimension FunctionName).
    private static final Set<String> REPORTED = Set.of(
            "Done",
            "Skipped",
            "Quarantined",
            "Failed",
            "NotStarted",
            "NotFinished",
            "ItemLatency",
            "SealMargin",
            "LateSeals",
            "StillRunning",
            "FoundMissing",
            "FoundOutdated",
            "FoundStale",
            "FoundOrphaned",
            "FoundDoubtful",
            "MessagesSent",
            "SweepFinished");

    private static final String FUNCTION = "renditions-RenditionsFunction-0A1B2C3D4E5F";

    private static final String REPROCESSING = "renditions-ReprocessFunction-0A1B2C3D4E5F";

    private static final Set<Metric> ALARMING = Set.of(
            new Metric("AWS/Lambda", "Errors", REPROCESSING),
            new Metric("AWS/Lambda", "Invocations", REPROCESSING),
            new Metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", "renditions-lost-ticks"),
            new Metric("AWS/SQS", "ApproximateAgeOfOldestMessage", "renditions-uploads"),
            new Metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", "renditions-dead-letters"),
            new Metric("AWS/Lambda", "Errors", FUNCTION),
            new Metric("AWS/Lambda", "Throttles", FUNCTION),
            new Metric("Renditions", "Failed", FUNCTION),
            new Metric("Renditions", "Quarantined", FUNCTION),
            new Metric("Renditions", "LateSeals", FUNCTION));

    private static final Set<String> ALSO_SHOWN =
            Set.of("Duration", "Invocations", "ConcurrentExecutions", "ApproximateNumberOfMessagesNotVisible");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "alarms watch the age, the dead letters, failures, throttles, the quarantine, late seals and ticks",
                    WatchRules::alarms),
            new Rule("alarms tell the topic, and the runbook explains them", WatchRules::explained),
            new Rule("the alarm for ticks that are missing is quiet without a schedule", WatchRules::quiet),
            new Rule("an upload is old when five receives have passed", WatchRules::old),
            new Rule("the dashboard shows what the function reports and what alarms watch", WatchRules::dashboard),
            new Rule("the dashboard's widgets lie beside each other", WatchRules::grid));

    private WatchRules() {}

    private static Stream<String> alarms(Template template) {
        var watched = new HashSet<Metric>();
        alarms(template.stack()).flatMap(WatchRules::metrics).forEach(watched::add);
        return Stream.concat(
                ALARMING.stream().filter(metric -> !watched.contains(metric)).map(metric -> metric + " alarms nobody"),
                watched.stream().filter(WatchRules::isUnknown).map(metric -> metric + " is never reported"));
    }

    private static Stream<JsonNode> alarms(Stack stack) {
        return stack.template().named("AWS::CloudWatch::Alarm").stream().map(stack::properties);
    }

    private static Stream<Metric> metrics(JsonNode alarm) {
        return Stream.concat(
                        Stream.of(alarm),
                        alarm.path("Metrics").valueStream().map(metric -> metric.at("/MetricStat/Metric")))
                .filter(metric -> metric.has("MetricName"))
                .map(metric -> new Metric(
                        metric.path("Namespace").asString(),
                        metric.path("MetricName").asString(),
                        metric.at("/Dimensions/0/Value").asString()));
    }

    private static boolean isUnknown(Metric metric) {
        return metric.namespace().equals("Renditions") && !REPORTED.contains(metric.name());
    }

    private static Stream<String> explained(Template template) {
        var stack = template.stack();
        var runbook = text(Path.of("docs/runbook.md"));
        var topics = template.named("AWS::SNS::Topic").stream()
                .map(topic -> "arn:aws:sns:eu-west-1:123456789012:renditions-" + topic)
                .toList();
        return alarms(stack).flatMap(alarm -> {
            var section =
                    said(alarm, "/AlarmName").replaceFirst("renditions-", "").replace('-', ' ');
            return unless(
                    topics.size() == 1
                            && alarm.path("AlarmActions").size() == 1
                            && topics.contains(alarm.at("/AlarmActions/0").asString(""))
                            && alarm.path("AlarmDescription").asString().endsWith("Runbook, \"" + section + "\".")
                            && runbook.toLowerCase(java.util.Locale.ROOT).contains("\n## " + section + "\n"),
                    section + " tells nobody, or nobody knows what it means");
        });
    }

    private static Stream<String> quiet(Template template) {
        var stack = template.stack();
        boolean scheduled = !template.named("AWS::Scheduler::Schedule").isEmpty();
        var alarm = stack.properties("MissingTicksAlarm");
        return unless(
                alarm.path("ActionsEnabled").asBoolean() == scheduled
                        && alarm.path("InsufficientDataActions").equals(alarm.path("AlarmActions")),
                "the alarm for missing ticks is " + alarm);
    }

    /// A message that fails for good is received five times; SQS leaves it out of the age after three.
    private static Stream<String> old(Template template) {
        return template.named("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> said(template.resource(alarm), "/Properties/MetricName")
                        .equals("ApproximateAgeOfOldestMessage"))
                .flatMap(alarm -> template.stacks(template.parametersIn(template.resource(alarm)))
                        .flatMap(stack -> old(stack, alarm)));
    }

    private static Stream<String> old(Stack stack, String alarm) {
        long threshold = Long.parseLong(said(stack.properties(alarm), "/Threshold"));
        var watched = said(stack.properties(alarm), "/Dimensions/0/Value");
        var queue = stack.template().named("AWS::SQS::Queue").stream()
                .map(stack::properties)
                .filter(properties -> properties.path("QueueName").asString().equals(watched))
                .findFirst()
                .orElseThrow();
        long visible = Long.parseLong(queue.path("VisibilityTimeout").asString("30"));
        return unless(
                threshold == 5 * visible,
                alarm + " calls " + threshold + " s old, with " + visible + " s for each receive");
    }

    private static Stream<String> dashboard(Template template) {
        var stack = template.stack();
        return template.named("AWS::CloudWatch::Dashboard").stream().flatMap(name -> {
            var dashboard = Dashboard.of(said(stack.properties(name), "/DashboardBody"));
            var shown = dashboard.metrics();
            var names = shown.stream().map(Metric::name).toList();
            return Stream.of(
                            ALARMING.stream()
                                    .filter(metric -> !shown.contains(metric))
                                    .map(Metric::toString),
                            Stream.concat(REPORTED.stream(), ALSO_SHOWN.stream())
                                    .filter(metric -> !names.contains(metric)),
                            alarms(stack)
                                    .map(alarm -> said(alarm, "/AlarmName"))
                                    .filter(alarm -> !dashboard.alarms().contains(alarm)))
                    .flatMap(missing -> missing)
                    .map(missing -> name + " does not show " + missing);
        });
    }

    private static Stream<String> grid(Template template) {
        return template.named("AWS::CloudWatch::Dashboard").stream()
                .flatMap(name -> Dashboard.of(template.stack()
                                .properties(name)
                                .path("DashboardBody")
                                .asString())
                        .collisions()
                        .map(collision -> name + ": " + collision));
    }
}
