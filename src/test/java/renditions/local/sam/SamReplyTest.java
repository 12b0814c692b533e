package renditions.local.sam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.local.cloud.BatchReply;
import renditions.local.sam.SamCli.Invoked;

/// Reading the output of `sam local invoke`.
final class SamReplyTest {
    private static final List<String> BATCH = List.of("a", "b", "c");

    @Test
    void a_reply_names_the_messages_to_be_redelivered() {
        var json = "{\"batchItemFailures\": [{\"itemIdentifier\": \"c\"}, {\"itemIdentifier\": \"a\"}]}";

        var reply = read(0, json + "\n");

        assertThat(reply).isEqualTo(new BatchReply(json, Set.of("b"), ""));
        assertThat(reply.redelivered(BATCH)).containsExactly(0, 2);
    }

    /// Lambda reads null as the same.
    @ParameterizedTest
    @ValueSource(strings = {"{\"batchItemFailures\":[]}", "{}", "null"})
    void without_failures_none_is_redelivered(String json) {
        assertThat(read(0, json)).isEqualTo(new BatchReply(json, Set.copyOf(BATCH), ""));
    }

    @Test
    void of_the_tasks_of_a_job_those_that_succeeded_are_acknowledged() {
        var json = "{\"results\":[{\"taskId\":\"a\",\"resultCode\":\"PermanentFailure\"},"
                + "{\"taskId\":\"b\",\"resultCode\":\"Succeeded\"},{\"taskId\":\"c\",\"resultCode\":\"TemporaryFailure\"}]}";

        assertThat(read(0, json)).isEqualTo(new BatchReply(json, Set.of("b"), ""));
        assertThat(read(0, json).redelivered(BATCH)).containsExactly(0, 2);
    }

    @Test
    void what_the_function_threw_is_told() {
        none(0, "{\"errorMessage\":\"the setting A is not set\",\"errorType\":\"E\"}", "the setting A is not set");
    }

    @Test
    void a_failure_of_the_command_is_told() {
        none(1, "", "sam local invoke ended with 1; its output is above");
    }

    @Test
    void no_answer_and_one_that_lambda_would_not_take_are_told() {
        none(0, "", "the function gave no reply; its log is above");
        none(0, "[1,2]", "the function replied '[1,2]', but the reply has no list batchItemFailures");
        none(0, "Task timed out", "the function replied 'Task timed out', but the reply is not JSON");
        var stranger = "{\"batchItemFailures\":[{\"itemIdentifier\":\"d\"}]}";
        none(
                0,
                stranger,
                "the function replied '" + stranger + "', but the reply names a message that is not in the batch");
    }

    private static void none(int exit, String printed, String reason) {
        assertThat(read(exit, printed)).isEqualTo(BatchReply.none(reason));
    }

    private static BatchReply read(int exit, String printed) {
        return SamReply.read(new Invoked(exit, printed), BATCH);
    }
}
