package renditions.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The only way from the function to S3: lets every request pass unchanged (so that its signature holds), in the
/// manner that a test chose for it, and writes down when it came and what became of it.
///
/// One request for each connection. Safe for use by many threads.
final class S3Gate implements AutoCloseable {
    private static final long NEVER_TOLD = Long.MAX_VALUE;

    private final URI s3;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final List<Call> calls = new ArrayList<>(); // guarded by itself

    S3Gate(URI s3) {
        this.s3 = s3;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        threads.execute(this::open);
    }

    /// For the variable `AWS_ENDPOINT_URL_S3`.
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// From now on such requests are treated in this manner.
    ///
    /// @param method of HTTP
    /// @param path the bucket and the key as in a URL, beginning with a slash
    void treat(String method, String path, Manner manner) {
        manners.put(method + path, manner);
    }

    /// All requests so far, in the order in which they came.
    List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    private void open() {
        try {
            while (true) {
                var client = door.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // By close().
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            int[] number = {-1};
            var request = Request.read(
                    new BufferedInputStream(client.getInputStream()),
                    client.getOutputStream(),
                    (method, path) -> number[0] = begin(method, path));
            answer(client, request, number[0]);
        } catch (IOException left) {
            // The client did, which is its right.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket client, Request request, int number) throws IOException, InterruptedException {
        switch (manners.getOrDefault(request.method() + request.path(), new Manner.Prompt())) {
            case Manner.Prompt() -> send(client, forward(request), number);
            case Manner.Late(var by) -> {
                Thread.sleep(by);
                send(client, forward(request), number);
            }
            case Manner.Silent() -> client.getInputStream().read(); // until the client has enough
            case Manner.Half() -> {
                var answer = forward(request);
                end(number, status(answer), NEVER_TOLD);
                client.getOutputStream().write(answer, 0, answer.length / 2);
                client.getInputStream().read();
            }
        }
    }

    private byte[] forward(Request request) throws IOException {
        try (var store = new Socket(s3.getHost(), s3.getPort())) {
            store.setTcpNoDelay(true);
            request.write(store.getOutputStream());
            return store.getInputStream().readAllBytes();
        }
    }

    // The word is written down before it is sent, so that no answer of the function can come before it.
    private void send(Socket client, byte[] answer, int number) throws IOException {
        end(number, status(answer), NEVER_TOLD);
        client.getOutputStream().write(answer);
        end(number, status(answer), System.nanoTime());
    }

    private static int status(byte[] answer) {
        return Integer.parseInt(new String(answer, "HTTP/1.1 ".length(), 3, ISO_8859_1));
    }

    private int begin(String method, String path) {
        synchronized (calls) {
            calls.add(new Call(method, path, System.nanoTime(), null));
            return calls.size() - 1;
        }
    }

    private void end(int number, int status, long told) {
        synchronized (calls) {
            var call = calls.get(number);
            long done = call.end() == null ? System.nanoTime() : call.end().done();
            calls.set(number, new Call(call.method(), call.path(), call.begun(), new Call.End(status, done, told)));
        }
    }

    /// Breaks all connections off.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
