package renditions.lambda;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of this process, which Lambda then replaces.
///
/// The process ends with an answer, which it sends itself. Lambda's runtime client asks for the next event as soon as
/// it has sent an answer, so an end behind that would cost the next batch its answer. Lambda hands an answer on as
/// soon as it has it, and gives a process no event before it asks for one.
///
/// Nothing is lost in any case, because only an answer acknowledges an item.
///
/// Source: Lambda developer guide, "Using the Lambda runtime API", "Understanding the Lambda execution environment
/// lifecycle".
///
/// @param due whether the process shall end
/// @param runtimeApi host and port of the Runtime API; null outside of Lambda
/// @param halt ends the process
record ProcessEnd(BooleanSupplier due, @Nullable String runtimeApi, Runnable halt) {
    /// The process does not end itself.
    static final ProcessEnd NEVER = new ProcessEnd(() -> false, null, () -> {});

    /// How long Lambda may take to accept an answer: far longer than it does.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int CODE = 1;

    private static final Logger LOG = LoggerFactory.getLogger("renditions.process");

    /// Ends the process with the first answer that leaves while this is so.
    static ProcessEnd when(BooleanSupplier due, @Nullable String runtimeApi) {
        return new ProcessEnd(due, runtimeApi, () -> Runtime.getRuntime().halt(CODE));
    }

    /// Says in the log that the process is about to end.
    void announce() {
        if (due.getAsBoolean()) {
            LOG.error("STUCK_PROCESS calls of the image engine do not end, so this process ends with its answer");
        }
    }

    /// Ends the process with this answer. Returns if it shall not end, or if Lambda does not accept the answer: then
    /// the runtime client sends it, and the next answer is another try.
    void with(String requestId, byte[] reply) {
        if (due.getAsBoolean() && isAccepted(requestId, reply)) {
            halt.run();
        }
    }

    private boolean isAccepted(String requestId, byte[] reply) {
        try {
            var response =
                    URI.create("http://" + runtimeApi + "/2018-06-01/runtime/invocation/" + requestId + "/response");
            var http = (HttpURLConnection) response.toURL().openConnection(Proxy.NO_PROXY);
            http.setConnectTimeout((int) PATIENCE.toMillis());
            http.setReadTimeout((int) PATIENCE.toMillis());
            http.setRequestProperty("Content-Type", "application/json");
            http.setDoOutput(true);
            http.setFixedLengthStreamingMode(reply.length);
            try (var body = http.getOutputStream()) {
                body.write(reply);
            }
            return http.getResponseCode() == HttpURLConnection.HTTP_ACCEPTED;
        } catch (IOException | IllegalArgumentException unreachable) {
            LOG.warn("the Runtime API does not accept the answer", unreachable);
            return false;
        }
    }
}
