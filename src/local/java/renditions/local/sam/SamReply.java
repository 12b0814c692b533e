package renditions.local.sam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import renditions.local.cloud.BatchReply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads the output of `sam local invoke`.
final class SamReply {
    private SamReply() {}

    /// The function's reply. It has a flaw if the command failed, or the function threw, ran out of time or never
    /// began: then nothing is acknowledged.
    ///
    /// @param batch the ids of the deliveries that the function was handed
    static BatchReply read(SamCli.Invoked invoked, List<String> batch) {
        if (invoked.exit() != 0) {
            return BatchReply.none("sam local invoke ended with " + invoked.exit() + "; its output is above");
        }
        var printed = invoked.printed().strip();
        if (printed.isEmpty()) {
            return BatchReply.none("the function gave no reply; its log is above");
        }
        return thrown(printed).map(BatchReply::none).orElseGet(() -> read(printed, batch));
    }

    private static BatchReply read(String printed, List<String> batch) {
        var reply = results(printed).orElseGet(() -> BatchReply.read(batch, printed.getBytes(UTF_8)));
        return reply.flaw().isEmpty()
                ? reply
                : BatchReply.none("the function replied '" + printed + "', but " + reply.flaw());
    }

    /// The results of tasks of S3 Batch Operations, if these are some.
    private static Optional<BatchReply> results(String printed) {
        try {
            var results = JsonMapper.shared().readTree(printed).path("results");
            var succeeded = new LinkedHashSet<String>();
            for (var result : results) {
                if (result.path("resultCode").asString("").equals("Succeeded")) {
                    succeeded.add(result.path("taskId").asString(""));
                }
            }
            return results.isArray() ? Optional.of(new BatchReply(printed, succeeded, "")) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// The exception, which SAM CLI prints instead of a reply.
    private static Optional<String> thrown(String printed) {
        try {
            return JsonMapper.shared().readTree(printed).path("errorMessage").stringValueOpt();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
