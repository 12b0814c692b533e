package renditions.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import renditions.store.S3Clients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// An S3 on the loopback interface that answers every request in the way a test chooses: with an error, slowly, or
/// only in part.
public final class UnkindS3 implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final S3Client client;

    /// How it answers.
    public interface Manner {
        void answer(HttpExchange request, UnkindS3 s3) throws IOException, InterruptedException;
    }

    public UnkindS3(Manner manner) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(manner, exchange));
        server.start();
        client = S3Clients.builder(4)
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build();
    }

    /// An error answer as S3 writes it.
    public static Manner error(int status, String code) {
        return (exchange, _) -> {
            exchange.getRequestBody().readAllBytes();
            var body = "<Error><Code>%s</Code><Message>as the test wants it</Message></Error>"
                    .formatted(code)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /// Says that `length` bytes follow, and sends `sent` of them before it falls silent until it is closed.
    public static Manner stallAfter(long length, int sent) {
        return (exchange, s3) -> {
            exchange.getResponseHeaders().set("ETag", "\"e\"");
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(new byte[sent]);
            exchange.getResponseBody().flush();
            s3.closing.await();
        };
    }

    /// Says nothing at all until it is closed.
    public static Manner silence() {
        return (_, s3) -> s3.closing.await();
    }

    /// A client of this store.
    public S3Client client() {
        return client;
    }

    /// How many requests arrived.
    public int requests() {
        return requests.get();
    }

    private void answer(Manner manner, HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            manner.answer(exchange, this);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        client.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
