package renditions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static renditions.template.Fault.add;
import static renditions.template.Fault.fault;
import static renditions.template.Fault.put;
import static renditions.template.Fault.remove;
import static renditions.template.Fault.removeAt;
import static renditions.template.Fault.replace;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule refuses a template with a planted fault.
class PlantedFaultsTest {
    private static final String QUEUE = "/Resources/UploadQueue/Properties";
    private static final String DEAD = "/Resources/DeadLetterQueue/Properties";
    private static final String FUNCTION = "/Resources/RenditionsFunction/Properties";
    private static final String EVENT = FUNCTION + "/Events/Uploads/Properties";
    private static final String VARIABLES = FUNCTION + "/Environment/Variables";
    private static final String UPLOADS = "/Resources/UploadBucket";
    private static final String TOLD = UPLOADS + "/Properties/NotificationConfiguration/QueueConfigurations";
    private static final String ROLE = "/Resources/RenditionsRole/Properties";
    private static final String STATEMENTS = ROLE + "/Policies/0/PolicyDocument/Statement";
    private static final String TELLS = "/Resources/UploadQueuePolicy/Properties/PolicyDocument/Statement/0";

    private static final List<Fault> FAULTS = List.of(
            // QueueRules
            fault(
                    "a message stays invisible for six",
                    "one pair too short",
                    put("/Mappings/SecondsForTimeout/300", "Visible", 1859)),
            fault("a message stays invisible for six", "five time-outs", put(QUEUE, "VisibilityTimeout", 300)),
            fault(
                    "a message stays invisible for six",
                    "a longer window",
                    put("/Parameters/BatchWindow", "MaxValue", 61)),
            fault("a message stays invisible for six", "SQS' own time-out", remove(QUEUE, "VisibilityTimeout")),
            fault("only what the reply names", "response types forgotten", remove(EVENT, "FunctionResponseTypes")),
            fault("a batch of more than ten", "no rule for it", root -> root.remove("Rules")),
            fault(
                    "a batch of more than ten",
                    "eleven let pass",
                    add("/Rules/LargeBatchNeedsWindow/Assertions/0/Assert/Fn::Contains/0", "100")),
            fault("after five receives", "three", put(QUEUE + "/RedrivePolicy", "maxReceiveCount", 3)),
            fault("after five receives", "no redrive", remove(QUEUE, "RedrivePolicy")),
            fault(
                    "after five receives",
                    "to a queue of somebody",
                    put(QUEUE + "/RedrivePolicy", "deadLetterTargetArn", "arn:aws:sqs:x:y:z")),
            fault("dead letters are kept", "as long as in the queue", put(DEAD, "MessageRetentionPeriod", 604800)),
            fault("dead letters are kept", "open to all queues", remove(DEAD, "RedriveAllowPolicy")),
            fault(
                    "the bucket may tell",
                    "another bucket",
                    put(TELLS + "/Condition/ArnEquals", "aws:SourceArn", "arn:aws:s3:::renditions-uploads")),
            fault("the bucket may tell", "anybody's bucket", remove(TELLS + "/Condition", "StringEquals")),
            fault("the bucket may tell", "all of S3's actions", put(TELLS, "Action", "sqs:*")),
            fault("the bucket may tell", "before the policy is there", remove(UPLOADS, "DependsOn")),
            fault("the bucket tells of uploads", "not of what expires", removeAt(TOLD, 2)),
            fault("the bucket tells of uploads", "of removals that nobody wants", put(VARIABLES, "REMOVALS", "false")),
            fault(
                    "the bucket tells of uploads",
                    "of removals whatever is chosen",
                    put("/Conditions", "TellsRemovals", Map.of("Fn::Equals", List.of("a", "a")))),
            fault("the bucket tells only of keys", "no filter for removals", remove(TOLD + "/1/Fn::If/1", "Filter")),
            fault(
                    "the bucket tells only of keys",
                    "another prefix",
                    put(TOLD + "/0/Filter/S3Key/Rules/0", "Value", "in/2026/")),
            // FunctionRules
            fault("only published versions", "no alias", remove(FUNCTION, "AutoPublishAlias")),
            fault("a zip starts from a snapshot", "no snapshot", remove(FUNCTION, "SnapStart"))
                    .in(Deployed.AS_ZIP),
            fault("an image brings everything", "a layer", put(FUNCTION, "Layers", List.of("arn:aws:lambda:x:y:z")))
                    .in(Deployed.AS_IMAGE),
            fault("an image brings everything", "a snapshot", put(FUNCTION, "SnapStart", Map.of("ApplyOn", "None")))
                    .in(Deployed.AS_IMAGE),
            fault("an image brings everything", "a runtime", put(FUNCTION, "Runtime", "java25"))
                    .in(Deployed.AS_IMAGE),
            fault(
                            "an image brings everything",
                            "a layer that is made for nobody",
                            put("/Resources", "Libvips", Map.of("Type", "AWS::Serverless::LayerVersion")))
                    .in(Deployed.AS_IMAGE),
            fault("an image brings everything", "another image", put(FUNCTION, "ImageUri", "renditions:1"))
                    .in(Deployed.AS_IMAGE),
            fault("an image brings everything", "no image", remove(FUNCTION, "ImageUri"))
                    .in(Deployed.AS_IMAGE),
            fault("a version is published", "not for a new layer", put(FUNCTION, "Layers", List.of(Map.of("Ref", "A"))))
                    .in(Deployed.AS_ZIP),
            fault("a version is published", "only for other code", remove(FUNCTION, "AutoPublishAliasAllProperties")),
            fault("a version is published", "not for a parameter", put(FUNCTION, "VersionDescription", "one")),
            fault(
                    "a version is published",
                    "a description that is too long",
                    put("/Parameters/CacheControl", "MaxLength", 200)),
            fault("logs are JSON", "text", put(FUNCTION + "/LoggingConfig", "LogFormat", "Text")),
            fault(
                    "logs are JSON",
                    "metrics filtered away",
                    put(FUNCTION + "/LoggingConfig", "ApplicationLogLevel", "WARN")),
            fault("logs are JSON", "kept for ever", remove("/Resources/RenditionsLog/Properties", "RetentionInDays")),
            // RoleRules
            fault("a function may do what", "no manifests", removeAt(STATEMENTS, 1)),
            fault("a function may do what", "no listing", removeAt(STATEMENTS, 3)),
            fault("a function may do what", "no deleting", removeAt(STATEMENTS + "/4/Action", 1)),
            fault("a function may do what", "no log", removeAt(STATEMENTS, 5)),
            fault("a function may do what", "another prefix", put(VARIABLES, "MANIFESTS_PREFIX", "elsewhere/")),
            fault("a function may do nothing that", "deleting", add(STATEMENTS + "/1/Action", "s3:DeleteObject")),
            fault(
                    "a function may do nothing that",
                    "reading renditions",
                    put(STATEMENTS + "/2", "Action", "s3:GetObject")),
            fault(
                    "a function may do nothing that",
                    "changing visibility",
                    add(STATEMENTS + "/4/Action", "sqs:ChangeMessageVisibility")),
            fault(
                    "only Lambda takes",
                    "anybody",
                    put(ROLE + "/AssumeRolePolicyDocument/Statement/0", "Principal", "*")),
            fault("policies allow nothing wholesale", "every bucket", put(STATEMENTS + "/0", "Resource", "*")),
            fault(
                    "policies allow nothing wholesale",
                    "every bucket's objects",
                    put(STATEMENTS + "/0", "Resource", "arn:aws:s3:::*/*")),
            fault("policies allow nothing wholesale", "every read", put(STATEMENTS + "/0", "Action", "s3:Get*")),
            fault("nothing is written where", "into the uploads", put(STATEMENTS + "/0", "Action", "s3:PutObject")),
            // SettingsRules
            fault("the function reads each", "a misspelt variable", put(VARIABLES, "MAX_MEGAPIXEL", 100)),
            fault(
                    "the function takes whatever",
                    "more than it takes",
                    put("/Parameters/MaxUploadMb", "MaxValue", 2000)),
            fault(
                    "the function takes whatever",
                    "a policy it lacks",
                    add("/Parameters/FailurePolicy/AllowedValues", "RETRY")),
            fault("without a choice", "another default", put("/Parameters/MaxMegapixels", "Default", 99)),
            fault(
                    "without a choice",
                    "other renditions",
                    put(VARIABLES, "RENDITIONS", "[{\"name\": \"a\", \"width\": 1}]")),
            fault(
                    "each parameter is used",
                    "a setting that goes nowhere",
                    remove(VARIABLES, "FAILURE_POLICY").andThen(put(FUNCTION, "VersionDescription", "one"))),
            fault(
                    "each parameter is explained",
                    "no group",
                    removeAt("/Metadata/AWS::CloudFormation::Interface/ParameterGroups/0/Parameters", 0)),
            fault("each parameter is explained", "no limit", remove("/Parameters/MemorySize", "MaxValue")),
            fault("each parameter is explained", "no description", remove("/Parameters/Timeout", "Description")),
            fault("each output is explained", "no description", remove("/Outputs/Log", "Description")),
            // SafetyRules
            fault("buckets and queues encrypt", "a bucket", remove(UPLOADS + "/Properties", "BucketEncryption")),
            fault("buckets and queues encrypt", "a queue", put(DEAD, "SqsManagedSseEnabled", false)),
            fault(
                    "buckets and queues take nothing",
                    "a bucket's objects",
                    removeAt("/Resources/UploadBucketPolicy/Properties/PolicyDocument/Statement/0/Resource", 1)),
            fault("buckets and queues take nothing", "a queue", remove("/Resources", "DeadLetterQueuePolicy")),
            fault(
                    "buckets are private",
                    "policies for all",
                    put(UPLOADS + "/Properties/PublicAccessBlockConfiguration", "BlockPublicPolicy", false)),
            fault("buckets are private", "ACLs", remove("/Resources/RenditionBucket/Properties", "OwnershipControls")),
            fault("uploads that broke off", "kept", remove(UPLOADS + "/Properties", "LifecycleConfiguration")),
            fault(
                    "buckets and their policies outlive",
                    "deleted",
                    put("/Resources/RenditionBucket", "DeletionPolicy", "Delete")),
            fault(
                    "buckets and their policies outlive",
                    "open afterwards",
                    remove("/Resources/UploadBucketPolicy", "DeletionPolicy")),
            // WatchRules
            fault("alarms watch", "no alarm", remove("/Resources", "LateSealsAlarm")),
            fault(
                    "alarms watch",
                    "a metric that nobody reports",
                    put("/Resources/LateSealsAlarm/Properties", "MetricName", "LateSeal")),
            fault(
                    "alarms watch",
                    "the wrong queue",
                    put("/Resources/DeadLettersAlarm/Properties/Dimensions/0", "Value", "uploads")),
            fault("alarms tell", "nobody", remove("/Resources/OldUploadsAlarm/Properties", "AlarmActions")),
            fault(
                    "alarms tell",
                    "no word in the runbook",
                    put("/Resources/OldUploadsAlarm/Properties", "AlarmName", "renditions-stale")),
            fault("an upload is old", "too early", put("/Mappings/SecondsForTimeout/60", "Old", 2000)),
            fault("the dashboard shows", "a metric less", replace("\"Throttles\"", "\"Errors\"")),
            fault(
                    "the dashboard shows",
                    "an alarm less",
                    replace("\"${LateSealsAlarm.Arn}\"", "\"${FailedItemsAlarm.Arn}\"")),
            fault("the dashboard's widgets", "one over another", replace("\"x\": 8, \"y\": 2", "\"x\": 7, \"y\": 2")),
            fault(
                    "the dashboard's widgets",
                    "beyond the edge",
                    replace("\"x\": 16, \"y\": 2, \"width\": 8", "\"x\": 16, \"y\": 2, \"width\": 9")));

    static Stream<Arguments> faults() {
        return FAULTS.stream()
                .flatMap(fault -> fault.ways().stream()
                        .map(way -> arguments(way, Named.of(fault.rule() + "…: " + fault.what(), fault))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_rule_refuses_the_fault(Deployed way, Fault fault) {
        var rules = Rule.all().stream()
                .filter(rule -> rule.name().startsWith(fault.rule()))
                .toList();

        assertThat(rules).hasSize(1);
        assertThat(rules.getFirst().check(way.template().changed(fault.plant())))
                .isNotEmpty();
    }

    @Test
    void every_rule_has_a_fault() {
        assertThat(Rule.all())
                .extracting(Rule::name)
                .allMatch(rule -> FAULTS.stream().anyMatch(fault -> rule.startsWith(fault.rule())));
        assertThat(FAULTS.stream().map(fault -> fault.rule() + fault.what()).collect(Collectors.toSet()))
                .hasSameSizeAs(FAULTS);
    }
}
