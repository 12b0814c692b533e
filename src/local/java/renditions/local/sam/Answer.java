package renditions.local.sam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import renditions.event.Delivery;
import renditions.local.cloud.BatchAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The answer to an invocation.
sealed interface Answer {
    /// The function's reply.
    ///
    /// @param json the reply, unchanged
    /// @param redelivered the deliveries that a queue would redeliver, by their places, from 0 on
    record Reply(String json, List<Integer> redelivered) implements Answer {}

    /// No reply that Lambda would take: the function threw, ran out of time or never began. A queue would redeliver
    /// the whole batch.
    ///
    /// @param reason the reason, for people
    record None(String reason) implements Answer {}

    /// Reads the output of `sam local invoke`.
    ///
    /// @param batch the deliveries that the function was handed
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

    /// The exception, which SAM CLI prints instead of a reply.
    private static Optional<String> thrown(String said) {
        try {
            return JsonMapper.shared().readTree(said).path("errorMessage").stringValueOpt();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
