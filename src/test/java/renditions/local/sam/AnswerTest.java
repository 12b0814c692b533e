package renditions.local.sam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import renditions.event.Entry;
import renditions.event.Message;
import renditions.local.sam.SamCli.Invoked;

/// What is read from that which `sam local invoke` prints.
final class AnswerTest {
    private static final List<Message> BATCH = List.of(message("a"), message("b"), message("c"));

    @Test
    void a_reply_names_the_messages_that_come_again() {
        var answer = Answer.of(new Invoked(
                0, "{\"batchItemFailures\": [{\"itemIdentifier\": \"c\"}, {\"itemIdentifier\": \"a\"}]}\n"));

        assertThat(answer).isInstanceOfSatisfying(Answer.Reply.class, reply -> {
            assertThat(reply.json()).startsWith("{").endsWith("}");
            assertThat(reply.comesAgain(BATCH)).isEqualTo("message 1, 3 of 3");
        });
    }

    @Test
    void an_empty_list_lets_none_come_again() {
        var answer = Answer.of(new Invoked(0, "{\"batchItemFailures\":[]}"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Reply.class,
                        reply -> assertThat(reply.comesAgain(BATCH)).isEqualTo("no message"));
    }

    @Test
    void what_the_function_threw_is_told() {
        none(0, "{\"errorMessage\":\"the setting A is not set\",\"errorType\":\"E\"}", "the setting A is not set");
    }

    @Test
    void a_failure_of_the_command_is_told() {
        none(1, "", "sam local invoke ended with 1; what it said stands above");
    }

    @Test
    void no_answer_and_one_that_is_not_json_are_told() {
        none(0, "", "the function said nothing; its log stands above");
        none(0, "null", "the function said nothing; its log stands above");
        none(0, "[1,2]", "the function said '[1,2]', which is no batch response");
        none(0, "Task timed out", "the function said 'Task timed out', which is not JSON");
    }

    private static void none(int exit, String printed, String reason) {
        assertThat(Answer.of(new Invoked(exit, printed))).isEqualTo(new Answer.None(reason));
    }

    private static Message message(String id) {
        return new Message(id, 1, null, List.of(new Entry.Ignored("a test")));
    }
}
