package renditions.local.sam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import renditions.event.Delivery;
import renditions.local.cloud.BatchAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What came back from an invocation.
sealed interface Answer {
    /// The function's reply.
    ///
    /// @param json as it came
    /// @param redelivered the messages that a queue would redeliver, by their places in the batch, from 0 on
    record Reply(String json, List<Integer> redelivered) implements Answer {}

    /// None that Lambda would take: the function threw, ran out of time or never began. A queue would redeliver the
    /// whole batch.
    ///
    /// @param reason for people
    record None(String reason) implements Answer {}

    /// Reads what `sam local invoke` printed.
    ///
    /// @param batch what the function was handed
    static Answer of(SamCli.Invoked invoked, List<Delivery> batch) {
        if (invoked.exit() != 0) {
            return new None("sam local invoke ended with " + invoked.exit() + "; its output is above");
        }
        var said = invoked.answer().strip();
        if (said.isEmpty()) {
            return new None("the function gave no reply; its log is above");
        }
        return thrown(said).<Answer>map(None::new).orElseGet(() -> read(said, batch));
    }

    private static Answer read(String said, List<Delivery> batch) {
        var ids = batch.stream().map(Delivery::id).toList();
        var answer = BatchAnswer.read(ids, said.getBytes(UTF_8));
        return answer.flaw().isEmpty()
                ? new Reply(said, answer.redelivered(ids))
                : new None("the function replied '" + said + "', but " + answer.flaw());
    }

    /// SAM CLI prints an exception where otherwise the reply stands.
    private static Optional<String> thrown(String said) {
        try {
            return JsonMapper.shared().readTree(said).path("errorMessage").stringValueOpt();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
