package renditions.local.cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A standard queue and its dead-letter queue, to which SQS moves messages that were received too often.
///
/// @param sqs the client, which the caller closes after everything that uses the queue
/// @param url the URL of the queue
/// @param arn the ARN of the queue
/// @param deadLetterUrl the URL of its dead-letter queue
public record UploadQueue(SqsClient sqs, String url, String arn, String deadLetterUrl) {
    /// The most messages of one call of SQS.
    static final int AT_ONCE = 10;

    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    /// Makes both queues.
    ///
    /// @param name the name of a queue that does not exist; the dead-letter queue's name adds `-dead-letters`
    /// @param visibility how long a received message is invisible, in whole seconds
    /// @param maxReceiveCount how often a message is received before it is moved, at least 1
    public static UploadQueue create(SqsClient sqs, String name, Duration visibility, int maxReceiveCount) {
        var deadLetters = sqs.createQueue(queue -> queue.queueName(name + "-dead-letters"))
                .queueUrl();
        var redrive = String.format(
                Locale.ROOT,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}",
                arn(sqs, deadLetters),
                maxReceiveCount);
        var attributes = Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(visibility.toSeconds()),
                QueueAttributeName.REDRIVE_POLICY,
                redrive);
        var url = sqs.createQueue(queue -> queue.queueName(name).attributes(attributes))
                .queueUrl();
        return new UploadQueue(sqs, url, arn(sqs, url), deadLetters);
    }

    /// Sends a message.
    public void send(String body) {
        sqs.sendMessage(message -> message.queueUrl(url).messageBody(body));
    }

    /// How many messages the queue holds, visible or received. Amazon's queues give an estimate, the embedded ones
    /// the exact number.
    public int depth() {
        return attributes(sqs, url, COUNTS).values().stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /// The ARN of its dead-letter queue.
    public String deadLetterArn() {
        return arn(sqs, deadLetterUrl);
    }

    /// How long a received message is invisible.
    public Duration visibility() {
        var name = QueueAttributeName.VISIBILITY_TIMEOUT;
        return Duration.ofSeconds(
                Long.parseLong(attributes(sqs, url, List.of(name)).get(name)));
    }

    /// Takes all messages out of the dead-letter queue.
    public List<SqsRecord> takeDeadLetters() {
        var taken = new ArrayList<SqsRecord>();
        var arn = arn(sqs, deadLetterUrl);
        for (var letters = receive(); !letters.isEmpty(); letters = receive()) {
            for (var letter : letters) {
                taken.add(SqsRecord.of(letter, arn));
                sqs.deleteMessage(it -> it.queueUrl(deadLetterUrl).receiptHandle(letter.receiptHandle()));
            }
        }
        return taken;
    }

    private List<software.amazon.awssdk.services.sqs.model.Message> receive() {
        return sqs.receiveMessage(it -> it.queueUrl(deadLetterUrl)
                        .maxNumberOfMessages(AT_ONCE)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private static String arn(SqsClient sqs, String url) {
        var name = QueueAttributeName.QUEUE_ARN;
        return Objects.requireNonNull(attributes(sqs, url, List.of(name)).get(name));
    }

    private static Map<QueueAttributeName, String> attributes(
            SqsClient sqs, String url, List<QueueAttributeName> names) {
        return sqs.getQueueAttributes(queue -> queue.queueUrl(url).attributeNames(names))
                .attributes();
    }
}
