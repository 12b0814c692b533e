package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A process ends behind its answer, or not at all.
class ProcessEndTest {
    private static final byte[] REPLY = "{\"batchItemFailures\":[]}".getBytes(UTF_8);

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer lambda;
    private volatile int status = 202;

    @BeforeEach
    void start() throws IOException {
        lambda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lambda.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
                exchange.sendResponseHeaders(status, -1);
            }
        });
        lambda.start();
    }

    @AfterEach
    void stop() {
        lambda.stop(0);
    }

    private String address() {
        return "127.0.0.1:" + lambda.getAddress().getPort();
    }

    private void end(boolean due, String address) {
        new ProcessEnd(() -> due, address, () -> seen.add("ended")).with("8476a536", REPLY);
    }

    @Test
    void it_ends_when_its_answer_is_accepted() {
        end(true, address());

        assertThat(seen)
                .containsExactly(
                        "POST /2018-06-01/runtime/invocation/8476a536/response {\"batchItemFailures\":[]}", "ended");
    }

    @Test
    void it_goes_on_when_its_answer_is_not_accepted() {
        status = 413;
        end(true, address());

        assertThat(seen).hasSize(1).noneMatch("ended"::equals);
    }

    @Test
    void it_goes_on_where_nobody_listens() {
        var address = address();
        stop();
        end(true, address);
        end(true, "no such: place");
        new ProcessEnd(() -> true, null, () -> seen.add("ended")).with("8476a536", REPLY);

        assertThat(seen).isEmpty();
    }

    @Test
    void it_goes_on_and_sends_nothing_while_the_end_is_not_due() {
        end(false, address());

        assertThat(seen).isEmpty();
    }
}
