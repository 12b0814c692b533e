package renditions.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.batch.Cancellation;
import renditions.batch.Severity;
import renditions.queue.MessageQueue.Depth;
import renditions.queue.MessageQueue.Redriven;
import renditions.queue.MessageQueue.Sent;
import renditions.queue.QueueProblem.Kind;
import renditions.testing.Canceller;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskResponse;

/// What SQS's answers mean, above all those to a batch that it took in part.
final class SqsMessageQueueTest {
    private static final Cancellation NEVER = Cancellation.never();
    private static final String DEAD_LETTERS = "arn:aws:sqs:eu-west-1:123456789012:dead";

    private final Scripted sqs = new Scripted();
    private final MessageQueue queue = new SqsMessageQueue(sqs, "https://queue", DEAD_LETTERS);

    @Test
    void what_is_taken_at_once_is_sent_once() {
        sqs.answers.add(taking("0", "1", "2"));

        assertThat(queue.send(NEVER, List.of("a", "b", "c"))).isEqualTo(new Sent.All());
        assertThat(sqs.sent).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void what_is_not_taken_is_sent_again_and_nothing_else() {
        sqs.answers.add(taking("0", "2").toBuilder().failed(error("1", false)).build());
        sqs.answers.add(taking("0"));

        assertThat(queue.send(NEVER, List.of("a", "b", "c"))).isEqualTo(new Sent.All());
        assertThat(sqs.sent).containsExactly(List.of("a", "b", "c"), List.of("b"));
    }

    @Test
    void a_message_that_the_answer_does_not_name_is_sent_again() {
        sqs.answers.add(taking("0"));
        sqs.answers.add(taking("0"));

        assertThat(queue.send(NEVER, List.of("a", "b"))).isEqualTo(new Sent.All());
        assertThat(sqs.sent).containsExactly(List.of("a", "b"), List.of("b"));
    }

    @Test
    void after_three_attempts_it_is_a_problem_that_may_go_away() {
        for (int i = 0; i < 3; i++) {
            sqs.answers.add(taking().toBuilder().failed(error("0", false)).build());
        }

        assertThat(queue.send(NEVER, List.of("a")))
                .isEqualTo(new QueueProblem(
                        Kind.QUEUE_UNAVAILABLE, "the queue did not take 1 of the messages: Code words"));
        assertThat(sqs.sent).hasSize(3);
    }

    @Test
    void a_message_that_is_at_fault_itself_is_not_sent_again() {
        sqs.answers.add(taking("0").toBuilder().failed(error("1", true)).build());

        assertThat(queue.send(NEVER, List.of("a", "b"))).isInstanceOfSatisfying(QueueProblem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.QUEUE_REFUSED);
            assertThat(problem.severity()).isEqualTo(Severity.PERMANENT);
        });
        assertThat(sqs.sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, AWS.SimpleQueueService.NonExistentQueue, NO_QUEUE, CRITICAL",
        "400, QueueDoesNotExist, NO_QUEUE, CRITICAL",
        "403, AccessDenied, QUEUE_DENIED, CRITICAL",
        "400, AccessDeniedException, QUEUE_DENIED, CRITICAL",
        "400, InvalidMessageContents, QUEUE_REFUSED, PERMANENT",
        "400, RequestThrottled, QUEUE_UNAVAILABLE, RETRYABLE",
        "500, InternalError, QUEUE_UNAVAILABLE, RETRYABLE",
    })
    void an_error_has_a_kind_and_a_severity(int status, String code, Kind kind, Severity severity) {
        sqs.thrown = SqsException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("words")
                        .build())
                .build();

        for (var answer : List.of(queue.send(NEVER, List.of("a")), queue.depth(NEVER), queue.redrive(NEVER))) {
            assertThat(answer).isInstanceOfSatisfying(QueueProblem.class, problem -> {
                assertThat(problem.kind()).isEqualTo(kind);
                assertThat(problem.severity()).isEqualTo(severity);
                assertThat(problem.message())
                        .startsWith("the queue did not let the function ")
                        .contains("words");
            });
        }
    }

    @Test
    void no_answer_is_a_problem_that_may_go_away() {
        sqs.thrown = SdkClientException.create("Connection reset");

        assertThat(queue.depth(NEVER))
                .isEqualTo(new QueueProblem(
                        Kind.QUEUE_UNAVAILABLE,
                        "the queue did not let the function count its messages: Connection reset"));
    }

    @Test
    void all_messages_that_are_there_count() {
        assertThat(queue.depth(NEVER)).isEqualTo(new Depth.Messages(321));
    }

    @Test
    void dead_letters_that_are_moved_already_are_moved() {
        assertThat(queue.redrive(NEVER)).isEqualTo(new Redriven.Started());
        assertThat(sqs.moved).containsExactly(DEAD_LETTERS);

        sqs.thrown = SqsException.builder()
                .statusCode(400)
                .message("There is already a task running. Only one active task is allowed for a source queue arn.")
                .build();
        assertThat(queue.redrive(NEVER)).isEqualTo(new Redriven.Started());
    }

    @Test
    void without_the_address_of_the_dead_letters_nothing_is_moved() {
        assertThat(new SqsMessageQueue(sqs, "https://queue", null).redrive(NEVER))
                .isEqualTo(new QueueProblem(Kind.NO_QUEUE, "the setting DEAD_LETTER_QUEUE_ARN is not set"));
    }

    @Test
    void after_the_cancellation_nothing_is_sent() {
        var cancelled = Canceller.cancelled();

        for (var answer :
                List.of(queue.send(cancelled, List.of("a")), queue.depth(cancelled), queue.redrive(cancelled))) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            QueueProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(Kind.STOPPED));
        }
        assertThat(sqs.sent).isEmpty();
        assertThat(sqs.moved).isEmpty();
    }

    private static SendMessageBatchResponse taking(String... ids) {
        Function<String, SendMessageBatchResultEntry> entry =
                id -> SendMessageBatchResultEntry.builder().id(id).build();
        return SendMessageBatchResponse.builder()
                .successful(List.of(ids).stream().map(entry).toList())
                .build();
    }

    private static BatchResultErrorEntry error(String id, boolean senderFault) {
        return BatchResultErrorEntry.builder()
                .id(id)
                .senderFault(senderFault)
                .code("Code")
                .message("words")
                .build();
    }

    /// An SQS that gives the answers of a script.
    private static final class Scripted implements SqsClient {
        private final Deque<SendMessageBatchResponse> answers = new ArrayDeque<>();
        private final List<List<String>> sent = new ArrayList<>();
        private final List<String> moved = new ArrayList<>();
        private @Nullable SdkException thrown;

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            fail();
            sent.add(request.entries().stream()
                    .map(SendMessageBatchRequestEntry::messageBody)
                    .toList());
            return answers.remove();
        }

        @Override
        public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
            fail();
            return GetQueueAttributesResponse.builder()
                    .attributes(Map.of(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1",
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "20",
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "300"))
                    .build();
        }

        @Override
        public StartMessageMoveTaskResponse startMessageMoveTask(StartMessageMoveTaskRequest request) {
            fail();
            moved.add(request.sourceArn());
            return StartMessageMoveTaskResponse.builder().taskHandle("t").build();
        }

        private void fail() {
            if (thrown != null) {
                throw thrown;
            }
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {}
    }
}
