package renditions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lambda's side of the Runtime API (Lambda developer guide, "Using the Lambda runtime API"), for one process, on a
/// free port of the loopback interface.
public final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:renditions";

    /// How often to check whether a silent process still runs.
    private static final Duration LOOK = Duration.ofMillis(100);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Optional<String>> initialised = new CompletableFuture<>();
    private final SynchronousQueue<Order> orders = new SynchronousQueue<>();
    private final CompletableFuture<@Nullable Void> wanted = new CompletableFuture<>();
    private final Map<String, Order> handedOut = new ConcurrentHashMap<>();
    private volatile CompletableFuture<@Nullable Void> asked = new CompletableFuture<>();

    /// An event on its way to the function.
    ///
    /// @param timeout the time that is left when the event is handed out; zero or negative for none
    /// @param begun completed with the moment at which the event was handed out
    /// @param status completed by the function's answer, or by the environment when it waits no longer
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Order(
            String id,
            byte[] event,
            Duration timeout,
            CompletableFuture<Long> begun,
            CompletableFuture<InvocationStatus> status) {
        public Order(String id, byte[] event, Duration timeout) {
            this(id, event, timeout, new CompletableFuture<>(), new CompletableFuture<>());
        }
    }

    public RuntimeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(threads);
        server.createContext(ROOT, this::serve);
        server.start();
    }

    /// The value of the variable `AWS_LAMBDA_RUNTIME_API`.
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Completed when the process asks for its first event, or says that its snapshot can be taken: empty, or the
    /// error that prevented the handler from loading.
    CompletableFuture<Optional<String>> initialised() {
        return initialised;
    }

    /// Completed when the process asks for its next event.
    CompletableFuture<@Nullable Void> asked() {
        return asked;
    }

    /// Waits until the process asks for an event, and hands this one out, unless the process ends first.
    public void hand(Order order) throws InterruptedException {
        handedOut.put(order.id(), order);
        wanted.complete(null);
        boolean taken = false;
        while (!taken && !order.status().isDone()) {
            taken = orders.offer(order, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path =
                    exchange.getRequestURI().getPath().substring(ROOT.length()).split("/", -1);
            switch (path[path.length - 1]) {
                case "next" -> {
                    initialised.complete(Optional.empty());
                    if (path[0].equals("restore")) {
                        restore(exchange);
                    } else {
                        next(exchange);
                    }
                }
                case "response" -> {
                    var reply = exchange.getRequestBody().readAllBytes();
                    end(exchange, path[1], new InvocationStatus.Answered(System.nanoTime(), reply));
                }
                case "error" -> {
                    var error = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    if (path[0].equals("init")) {
                        initialised.complete(Optional.of(error));
                        exchange.sendResponseHeaders(202, -1);
                    } else {
                        end(exchange, path[1], new InvocationStatus.Threw(System.nanoTime(), error));
                    }
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// A snapshot is restored when there is an event for it. This is no part of the documented API; it is taken
    /// from the source of the runtime client.
    private void restore(HttpExchange exchange) throws IOException {
        wanted.join();
        exchange.sendResponseHeaders(200, -1);
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        asked.complete(null);
        var order = orders.take();
        asked = new CompletableFuture<>(); // before there can be an answer
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", order.id());
        headers.set("Lambda-Runtime-Invoked-Function-Arn", ARN);
        long now = System.nanoTime();
        long deadline = System.currentTimeMillis() + order.timeout().toMillis();
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        order.begun().complete(now);
        exchange.sendResponseHeaders(200, order.event().length);
        exchange.getResponseBody().write(order.event());
    }

    private void end(HttpExchange exchange, String id, InvocationStatus status) throws IOException {
        var order = handedOut.remove(id);
        if (order != null) {
            order.status().complete(status);
        }
        exchange.sendResponseHeaders(order == null ? 400 : 202, -1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
