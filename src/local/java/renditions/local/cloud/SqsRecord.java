package renditions.local.cloud;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One message of the event that Lambda hands to the function.
///
/// Shape: "Using Lambda with Amazon SQS" of the Lambda developer guide.
///
/// @param attributes the system attributes, such as `ApproximateReceiveCount`; all are strings
/// @param queue the ARN of its queue
public record SqsRecord(
        String messageId,
        String receiptHandle,
        String body,
        String md5OfBody,
        SequencedMap<String, String> attributes,
        String queue) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public SqsRecord {
        attributes = Collections.unmodifiableSequencedMap(attributes);
    }

    /// A message as SQS delivered it.
    static SqsRecord of(Message message, String queue) {
        var attributes = new TreeMap<String, String>(Comparator.naturalOrder());
        attributes.putAll(message.attributesAsStrings());
        return new SqsRecord(
                message.messageId(), message.receiptHandle(), message.body(), message.md5OfBody(), attributes, queue);
    }

    /// How often it was received, this time included.
    public int receiveCount() {
        return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
    }

    /// The event of one batch, as indented JSON with a line feed at its end.
    public static String event(List<SqsRecord> batch) {
        var event = NODES.objectNode();
        var records = event.putArray("Records");
        batch.forEach(message -> records.add(message.json()));
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(printer).writeValueAsString(event) + "\n";
    }

    private ObjectNode json() {
        var message = NODES.objectNode()
                .put("messageId", messageId)
                .put("receiptHandle", receiptHandle)
                .put("body", body);
        attributes.forEach(message.putObject("attributes")::put);
        message.putObject("messageAttributes"); // S3 sends none
        return message.put("md5OfBody", md5OfBody)
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queue)
                .put("awsRegion", queue.split(":", -1)[3]);
    }
}
