package renditions.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/// Wrappers of the packaged function that break the rules of AWS, and then recover.
final class Misbehaving {
    private Misbehaving() {}

    /// Works and then gives a reply that AWS does not take; then throws; then replies no JSON; then recovers.
    static RequestStreamHandler inThreeWays(RequestStreamHandler function) {
        var calls = new AtomicInteger();
        return (event, reply, context) -> {
            switch (calls.incrementAndGet()) {
                case 1 -> {
                    function.handleRequest(event, OutputStream.nullOutputStream(), context);
                    reply.write("{\"batchItemFailures\":[{\"itemIdentifier\":\"nobody\"}]}".getBytes(UTF_8));
                }
                case 2 -> throw new StackOverflowError("deep");
                case 3 -> reply.write("{\"batchItemFailures\":[".getBytes(UTF_8));
                default -> function.handleRequest(event, reply, context);
            }
        };
    }
}
