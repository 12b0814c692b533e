package renditions.template;

import static renditions.template.Rule.said;
import static renditions.template.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules for services of AWS that invoke the functions. No code of ours shows what they do, so their documentation says
/// it.
final class ServiceRules {
    static final List<Rule> ALL = List.of(
            new Rule("S3 Batch Operations may do what a job does, and nothing else", ServiceRules::backlog),
            new Rule("a job invokes the version that the queue invokes", ServiceRules::alias),
            new Rule("the schedule may do what it does, and nothing else", ServiceRules::schedule),
            new Rule("a tick that is lost is kept", ServiceRules::lost));

    private ServiceRules() {}

    /// "Granting permissions for Batch Operations" of the S3 user guide, for a generated manifest, its copy and the
    /// report.
    private static Stream<String> backlog(Template template) {
        var stack = template.stack();
        var environment = SettingsRules.environment(stack.properties("RenditionsFunction"));
        var kept = "arn:aws:s3:::" + environment.get("RENDITIONS_BUCKET") + "/backlog/*";
        return only(
                stack,
                "BacklogRole",
                "batchoperations.s3.amazonaws.com",
                Stream.concat(
                                Permission.ofKey(stack.key()),
                                Stream.of(
                                        new Permission("lambda:InvokeFunction", stack.identifier("BacklogAlias")),
                                        new Permission(
                                                "s3:PutInventoryConfiguration",
                                                "arn:aws:s3:::" + environment.get("UPLOADS_BUCKET")),
                                        new Permission("s3:GetObject", kept),
                                        new Permission("s3:PutObject", kept)))
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> alias(Template template) {
        var stack = template.stack();
        var alias = stack.properties("BacklogAlias");
        var version = stack.identifier("RenditionsFunction.Version");
        return unless(
                version.endsWith(":function:" + said(alias, "/FunctionName") + ":" + said(alias, "/FunctionVersion")),
                "the backlog's alias is " + alias + ", and the queue invokes " + version);
    }

    private static Stream<String> schedule(Template template) {
        var stack = template.stack();
        return only(
                stack,
                "TickRole",
                "scheduler.amazonaws.com",
                Set.of(
                        new Permission("lambda:InvokeFunction", stack.attribute("ReprocessFunction", "Arn")),
                        new Permission("sqs:SendMessage", stack.attribute("LostTicks", "Arn"))));
    }

    private static Stream<String> lost(Template template) {
        var stack = template.stack();
        var kept = stack.attribute("LostTicks", "Arn");
        var function = said(
                stack.properties("ReprocessFunction"), "/EventInvokeConfig/DestinationConfig/OnFailure/Destination");
        return Stream.concat(
                unless(function.equals(kept), "a tick that fails is lost"),
                template.named("AWS::Scheduler::Schedule").stream()
                        .map(stack::properties)
                        .filter(schedule ->
                                !said(schedule, "/Target/DeadLetterConfig/Arn").equals(kept)
                                        || !said(schedule, "/Target/RoleArn").equals(stack.attribute("TickRole", "Arn"))
                                        || !said(schedule, "/Target/Input").equals("{\"reprocess\": {}}"))
                        .map(schedule -> "the schedule is " + schedule));
    }

    private static Stream<String> only(Stack stack, String role, String service, Set<Permission> needed) {
        var properties = stack.properties(role);
        var allowed = properties
                .path("Policies")
                .valueStream()
                .flatMap(policy -> Permission.allowedBy(policy.path("PolicyDocument")))
                .collect(Collectors.toSet());
        var trusted = properties.at("/AssumeRolePolicyDocument/Statement");
        return Stream.concat(
                unless(allowed.equals(needed), role + " allows " + allowed + ", needed is " + needed),
                unless(
                        trusted.size() == 1
                                && said(trusted, "/0/Principal/Service").equals(service),
                        role + " is taken by " + trusted));
    }
}
