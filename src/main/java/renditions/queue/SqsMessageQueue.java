package renditions.queue;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.queue.QueueProblem.Kind;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/// A standard queue of SQS through the SDK's synchronous client. A cancellation interrupts the calling thread; on a
/// virtual thread that closes the socket that it waits for.
public final class SqsMessageQueue implements MessageQueue {
    /// How often a message is sent that SQS did not take although the call succeeded.
    private static final int ATTEMPTS = 3;

    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    /// What SQS says where a queue's dead letters are moved already; the error has no code of its own.
    private static final String RUNNING = "already a task running";

    private final SqsClient sqs;
    private final String url;
    private final @Nullable String deadLetters;

    /// @param sqs the client, owned by the caller
    /// @param url the URL of the queue
    /// @param deadLetters the ARN of its dead-letter queue; null if nothing is ever to be moved back
    public SqsMessageQueue(SqsClient sqs, String url, @Nullable String deadLetters) {
        this.sqs = sqs;
        this.url = url;
        this.deadLetters = deadLetters;
    }

    @Override
    public Sent send(Cancellation cancellation, List<String> bodies) {
        return stoppable(cancellation, "send messages", problem -> problem, () -> send(bodies));
    }

    /// Only what SQS confirms is sent: a message that its answer does not name at all is sent again, too.
    private Sent send(List<String> bodies) {
        var left = bodies;
        for (int attempt = 1; ; attempt++) {
            var part = left;
            var answer = sqs.sendMessageBatch(batch -> batch.queueUrl(url).entries(entries(part)));
            left = unconfirmed(part, answer);
            if (left.isEmpty()) {
                return new Sent.All();
            }
            if (attempt == ATTEMPTS || answer.failed().stream().anyMatch(BatchResultErrorEntry::senderFault)) {
                return untaken(left.size(), answer.failed());
            }
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(List<String> bodies) {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(bodies.get(i))
                        .build())
                .toList();
    }

    private static List<String> unconfirmed(List<String> bodies, SendMessageBatchResponse answer) {
        var confirmed = answer.successful().stream()
                .map(SendMessageBatchResultEntry::id)
                .collect(Collectors.toSet());
        return IntStream.range(0, bodies.size())
                .filter(i -> !confirmed.contains(Integer.toString(i)))
                .mapToObj(bodies::get)
                .toList();
    }

    private static QueueProblem untaken(int count, List<BatchResultErrorEntry> errors) {
        boolean ours = errors.stream().anyMatch(BatchResultErrorEntry::senderFault);
        var reason = errors.isEmpty()
                ? "it does not say why"
                : errors.getFirst().code() + " " + errors.getFirst().message();
        return new QueueProblem(
                ours ? Kind.QUEUE_REFUSED : Kind.QUEUE_UNAVAILABLE,
                String.format(Locale.ROOT, "the queue did not take %d of the messages: %s", count, reason));
    }

    @Override
    public Depth depth(Cancellation cancellation) {
        return stoppable(cancellation, "count its messages", problem -> problem, () -> {
            var counts = sqs.getQueueAttributes(queue -> queue.queueUrl(url).attributeNames(COUNTS));
            return new Depth.Messages(counts.attributes().values().stream()
                    .mapToLong(Long::parseLong)
                    .sum());
        });
    }

    @Override
    public Redriven redrive(Cancellation cancellation) {
        if (deadLetters == null) {
            return new QueueProblem(Kind.NO_QUEUE, "the setting DEAD_LETTER_QUEUE_ARN is not set");
        }
        var redriven = stoppable(cancellation, "move the dead letters back", problem -> problem, () -> {
            sqs.startMessageMoveTask(move -> move.sourceArn(deadLetters));
            return (Redriven) new Redriven.Started();
        });
        return redriven instanceof QueueProblem problem && problem.message().contains(RUNNING)
                ? new Redriven.Started()
                : redriven;
    }

    /// Race between the cancellation and the end of the call: a call that succeeded counts; one that failed after
    /// the cancellation counts as stopped, whatever the SDK throws for the interrupt.
    ///
    /// @param what the call is for, as an infinitive
    private static <T> T stoppable(
            Cancellation cancellation, String what, Function<QueueProblem, T> failed, Supplier<T> call) {
        var stopped = new QueueProblem(Kind.STOPPED, "the time was over before the function could " + what);
        try (var _ = cancellation.interrupting()) {
            // Register first, ask second: so a call begins before the cancellation, or not at all.
            return cancellation.isCancelled() ? failed.apply(stopped) : call.get();
        } catch (SdkException thrown) {
            return failed.apply(cancellation.isCancelled() ? stopped : SqsProblems.of(thrown, what));
        }
    }
}
