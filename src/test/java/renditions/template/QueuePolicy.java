package renditions.template;

import static renditions.template.Rule.said;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A policy of queues, with what it allows on one of them.
///
/// @param name its name in the template
/// @param statements those that allow something on the queue
record QueuePolicy(String name, List<JsonNode> statements) {
    /// Who may send, and under which condition.
    record Sender(String service, String action, String condition) {
        static Sender bucket(String arn) {
            return new Sender(
                    "s3.amazonaws.com",
                    "sqs:SendMessage",
                    "{\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"},\"ArnEquals\":{\"aws:SourceArn\":\""
                            + arn + "\"}}");
        }

        static Sender eventBridge(String rule) {
            return new Sender(
                    "events.amazonaws.com", "sqs:SendMessage", "{\"ArnEquals\":{\"aws:SourceArn\":\"" + rule + "\"}}");
        }
    }

    /// The policies that allow something on a queue.
    static List<QueuePolicy> allowing(Stack stack, String queue) {
        return stack.template().named("AWS::SQS::QueuePolicy").stream()
                .map(policy -> new QueuePolicy(policy, statements(stack.properties(policy), queue)))
                .filter(policy -> !policy.statements.isEmpty())
                .toList();
    }

    private static List<JsonNode> statements(JsonNode policy, String queue) {
        return policy.at("/PolicyDocument/Statement")
                .valueStream()
                .filter(statement -> said(statement, "/Effect").equals("Allow")
                        && said(statement, "/Resource").equals(queue))
                .toList();
    }

    Stream<Sender> senders() {
        return statements.stream()
                .map(statement -> new Sender(
                        said(statement, "/Principal/Service"),
                        said(statement, "/Action"),
                        statement.path("Condition").toString()));
    }
}
