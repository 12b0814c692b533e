package renditions.template;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// A template with the values of its parameters, resolved as CloudFormation would do it in an invented account. It
/// knows the intrinsic functions and the identifiers that the template uses, and refuses others.
record Stack(Template template, Map<String, String> values) {
    private static final JsonNodeFactory NODES = new JsonMapper().getNodeFactory();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");
    private static final String RANDOM = "-0A1B2C3D4E5F";
    private static final String ARN = "arn:aws:%s:eu-west-1:123456789012:%s";
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::AccountId", "123456789012",
            "AWS::Partition", "aws",
            "AWS::Region", "eu-west-1",
            "AWS::StackName", "renditions");

    /// The ARN of the key that encrypts the buckets; empty for S3's own.
    String key() {
        return values.getOrDefault("KmsKeyArn", "");
    }

    /// A resource's properties, resolved.
    JsonNode properties(String name) {
        return resolve(template.resource(name).path("Properties"));
    }

    /// A part of the template, resolved.
    JsonNode resolve(JsonNode part) {
        if (part.isArray()) {
            var all = NODES.arrayNode();
            part.valueStream().map(this::resolve).filter(Stack::isThere).forEach(all::add);
            return all;
        }
        if (!part.isObject()) {
            return part;
        }
        var only = part.size() == 1 ? part.properties().iterator().next() : null;
        return only != null && only.getKey().matches("Ref|Fn::.*")
                ? call(only.getKey(), only.getValue())
                : object(part);
    }

    /// Whether the template's own rules let these parameters pass.
    boolean isAllowed() {
        return template.root()
                .path("Rules")
                .valueStream()
                .allMatch(rule -> !resolve(rule.path("RuleCondition")).booleanValue()
                        || rule.path("Assertions")
                                .valueStream()
                                .allMatch(assertion ->
                                        resolve(assertion.path("Assert")).booleanValue()));
    }

    /// The properties of the queue with this ARN; nothing if there is none.
    JsonNode queue(String arn) {
        return template.named("AWS::SQS::Queue").stream()
                .filter(name -> attribute(name, "Arn").equals(arn))
                .map(this::properties)
                .findFirst()
                .orElse(NODES.missingNode());
    }

    private JsonNode object(JsonNode part) {
        var all = NODES.objectNode();
        part.propertyStream().forEach(entry -> {
            var value = resolve(entry.getValue());
            if (isThere(value)) {
                all.set(entry.getKey(), value);
            }
        });
        return all;
    }

    /// Whether it is anything but `AWS::NoValue`, which is resolved to nothing.
    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode();
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" ->
                argument.asString().equals("AWS::NoValue") ? NODES.missingNode() : text(ref(argument.asString()));
            case "Fn::GetAtt" ->
                text(attribute(argument.path(0).asString(), argument.path(1).asString()));
            case "Fn::Sub" -> text(substitute(argument));
            case "Fn::If" -> resolve(argument.path(condition(argument.path(0).asString()) ? 1 : 2));
            case "Fn::FindInMap" -> find(resolve(argument));
            case "Fn::Equals" -> NODES.booleanNode(same(resolve(argument)));
            case "Fn::And" -> NODES.booleanNode(resolve(argument).valueStream().allMatch(JsonNode::booleanValue));
            case "Fn::Not" -> NODES.booleanNode(!resolve(argument).path(0).booleanValue());
            case "Fn::Contains" -> NODES.booleanNode(contains(resolve(argument)));
            case "Fn::Split" -> split(resolve(argument));
            case "Fn::Select" -> select(resolve(argument));
            default -> throw new IllegalArgumentException("no such function here: " + function);
        };
    }

    private boolean condition(String name) {
        return resolve(template.root().path("Conditions").path(name)).booleanValue();
    }

    private String ref(String name) {
        var known = values.containsKey(name) ? values.get(name) : PSEUDO.get(name);
        return known != null ? known : identifier(name);
    }

    /// The value of `Ref` for a resource.
    String identifier(String name) {
        if (name.endsWith(".Version")) { // SAM's name for the version that it publishes
            return ARN.formatted("lambda", "function:" + ref(name.replace(".Version", "")) + ":12");
        }
        return switch (type(name)) {
            case "AWS::S3::Bucket" -> property(name, "BucketName");
            case "AWS::SQS::Queue" -> "https://sqs.eu-west-1.amazonaws.com/123456789012/" + property(name, "QueueName");
            case "AWS::Logs::LogGroup" -> property(name, "LogGroupName");
            case "AWS::CloudWatch::Dashboard" -> property(name, "DashboardName");
            case "AWS::Serverless::LayerVersion" ->
                ARN.formatted("lambda", "layer:" + property(name, "LayerName") + ":12345");
            case "AWS::SNS::Topic" -> attribute(name, "Arn");
            case "AWS::Lambda::Alias" ->
                ARN.formatted("lambda", "function:" + property(name, "FunctionName") + ":" + property(name, "Name"));
            case "AWS::IAM::ManagedPolicy" -> "arn:aws:iam::123456789012:policy/renditions-" + name + RANDOM;
            case "AWS::Serverless::Function" -> "renditions-" + name + RANDOM;
            default -> throw new IllegalArgumentException("no Ref of " + name + " here");
        };
    }

    /// The value of `Fn::GetAtt` for a resource.
    String attribute(String name, String attribute) {
        return switch (type(name) + "." + attribute) {
            case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + property(name, "BucketName");
            case "AWS::SQS::Queue.Arn" -> ARN.formatted("sqs", property(name, "QueueName"));
            case "AWS::SQS::Queue.QueueName" -> property(name, "QueueName");
            case "AWS::Logs::LogGroup.Arn" ->
                ARN.formatted("logs", "log-group:" + property(name, "LogGroupName") + ":*");
            case "AWS::CloudWatch::Alarm.Arn" -> ARN.formatted("cloudwatch", "alarm:" + property(name, "AlarmName"));
            case "AWS::Serverless::Function.Arn" -> ARN.formatted("lambda", "function:" + identifier(name));
            case "AWS::IAM::Role.Arn" -> "arn:aws:iam::123456789012:role/renditions-" + name;
            case "AWS::Events::Rule.Arn" -> ARN.formatted("events", "rule/renditions-" + name + RANDOM);
            case "AWS::SNS::Topic.Arn" -> ARN.formatted("sns", "renditions-" + name);
            default -> throw new IllegalArgumentException("no " + name + "." + attribute + " here");
        };
    }

    private String type(String name) {
        return template.resource(name).path("Type").asString("nothing");
    }

    private String property(String name, String property) {
        return resolve(template.resource(name).path("Properties").path(property))
                .asString();
    }

    private String substitute(JsonNode argument) {
        var text = (argument.isArray() ? argument.path(0) : argument).asString();
        var own = new HashMap<String, String>();
        argument.path(1)
                .propertyStream()
                .forEach(entry ->
                        own.put(entry.getKey(), resolve(entry.getValue()).asString()));
        return VARIABLE.matcher(text).replaceAll(found -> {
            var name = found.group(1);
            var parts = name.split("\\.", 2);
            var value = own.containsKey(name)
                    ? own.get(name)
                    : parts.length == 1 ? ref(name) : attribute(parts[0], parts[1]);
            return Matcher.quoteReplacement(String.valueOf(value));
        });
    }

    private JsonNode find(JsonNode argument) {
        var found = template.root().path("Mappings");
        for (var key : argument) {
            found = found.path(key.asString());
        }
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("nothing in the mapping at " + argument);
        }
        return found;
    }

    // CloudFormation compares everything as text.
    private static boolean same(JsonNode both) {
        return both.path(0).asString().equals(both.path(1).asString());
    }

    private static boolean contains(JsonNode argument) {
        return argument.path(0)
                .valueStream()
                .anyMatch(value -> value.asString().equals(argument.path(1).asString()));
    }

    private static JsonNode split(JsonNode argument) {
        var parts = NODES.arrayNode();
        for (var part :
                argument.path(1).asString().split(Pattern.quote(argument.path(0).asString()), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private static JsonNode select(JsonNode argument) {
        return StreamSupport.stream(argument.path(1).spliterator(), false)
                .skip(argument.path(0).asInt())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode text(String value) {
        return NODES.stringNode(value);
    }
}
