package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Reason;
import renditions.batch.Severity;
import renditions.testing.PartialBatchResponse;

final class SqsReplyTest {
    private static final Outcome<String> DONE = new Outcome.Done<>("done");
    private static final Outcome<String> SKIPPED = new Outcome.Skipped<>("up to date");
    private static final Outcome<String> QUARANTINED =
            new Outcome.Quarantined<>(Problem.of("CORRUPT", "damaged", Severity.PERMANENT), "s3://out/report");
    private static final Outcome<String> FAILED =
            new Outcome.Failed<>(Problem.of("CORRUPT", "damaged", Severity.PERMANENT));

    static Stream<Outcome<String>> notAcknowledged() {
        return Stream.of(
                FAILED,
                new Outcome.NotStarted<>(new Reason.NoTimeLeft()),
                new Outcome.NotFinished<>(new Reason.AnswerDue()));
    }

    @Test
    void all_acknowledged_is_an_empty_list() {
        assertThat(reply(batch(message("a", 1), message("b", 2)), QUARANTINED, SKIPPED, DONE))
                .isEqualTo("{\"batchItemFailures\":[]}");
    }

    @ParameterizedTest
    @MethodSource("notAcknowledged")
    void one_entry_that_is_not_acknowledged_lists_its_message(Outcome<String> outcome) {
        assertThat(reply(batch(message("a", 1), message("b", 3), message("c", 1)), DONE, DONE, outcome, DONE, SKIPPED))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}");
    }

    @Test
    void ids_come_in_the_order_of_the_batch_and_each_once() {
        assertThat(reply(batch(message("b", 2), message("a", 1), message("c", 1)), FAILED, FAILED, FAILED, DONE))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"a\"}]}");
    }

    @Test
    void an_id_that_came_twice_is_listed_once_if_either_message_failed() {
        var batch = batch(message("a", 1), message("b", 1), message("a", 1));
        assertThat(reply(batch, DONE, DONE, FAILED)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}");
        assertThat(reply(batch, FAILED, DONE, FAILED))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}");
    }

    @Test
    void too_few_or_too_many_outcomes_acknowledge_nothing() {
        var batch = batch(message("a", 1), message("b", 1));
        assertThatThrownBy(() -> reply(batch, DONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reply(batch)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reply(batch, DONE, DONE, DONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\n", "é", "🌸", "\ud800", "\udc00x", "\u0000", " ", "</script>"})
    void lambda_knows_every_id_again(String id) {
        var reply = batch(message(id, 1), message("other", 1)).reply(List.of(FAILED, DONE));
        assertThat(PartialBatchResponse.deleted(List.of(id, "other"), bytes(reply)))
                .containsExactly("other");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lambda_deletes_exactly_the_messages_that_are_acknowledged_as_a_whole(long seed) {
        var random = new Random(seed);
        var batch = batch(IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> message("m" + random.nextInt(12), 1 + random.nextInt(3)))
                .toArray(Delivery[]::new));
        var choice = Stream.concat(Stream.of(DONE, DONE, DONE, SKIPPED), notAcknowledged())
                .toList();
        var outcomes = batch.entries().stream()
                .map(_ -> choice.get(random.nextInt(choice.size())))
                .toList();

        var ids = batch.deliveries().stream().map(Delivery::id).toList();
        assertThat(PartialBatchResponse.deleted(ids, bytes(batch.reply(outcomes))))
                .isEqualTo(acknowledged(batch, outcomes));
    }

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    private static Set<String> acknowledged(Invocation batch, List<Outcome<String>> outcomes) {
        var acknowledged = new HashSet<String>();
        var redelivered = new HashSet<String>();
        int first = 0;
        for (var message : batch.deliveries()) {
            var own = outcomes.subList(first, first + message.entries().size());
            (own.stream().allMatch(Outcome::acknowledged) ? acknowledged : redelivered).add(message.id());
            first += own.size();
        }
        acknowledged.removeAll(redelivered);
        return acknowledged;
    }

    private static Delivery message(String id, int entries) {
        return new Delivery(id, 1, "", Collections.nCopies(entries, new Entry.Ignored("for a test")));
    }

    private static Invocation batch(Delivery... messages) {
        return new Invocation(
                List.of(messages), Invocation.Order.INDEPENDENT, all -> new Reply.Text(SqsReply.write(all)));
    }

    private static String reply(Invocation batch, Outcome<?>... outcomes) {
        return new String(bytes(batch.reply(List.of(outcomes))), UTF_8);
    }

    private static byte[] bytes(Reply reply) {
        return ((Reply.Text) reply).bytes();
    }
}
