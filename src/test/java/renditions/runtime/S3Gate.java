package renditions.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
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
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);

    private final URI s3;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final Journal journal = new Journal();

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

    /// From now on all requests for objects in this folder are treated as they should.
    void treatWell(String folder) {
        manners.keySet().removeIf(call -> call.contains("/" + folder + "/"));
    }

    /// All requests so far, in the order in which they came.
    List<Call> calls() {
        return journal.calls();
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
            var in = new BufferedInputStream(client.getInputStream());
            var head = Head.read(in);
            int number = journal.begin(head.method(), head.path());
            if (head.waits()) {
                client.getOutputStream().write(GO_ON);
            }
            var body = in.readNBytes(head.length());
            if (body.length == head.length()) {
                answer(client, head, body, number);
            }
        } catch (IOException left) {
            // The client did, which is its right.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket client, Head head, byte[] body, int number) throws IOException, InterruptedException {
        switch (manners.getOrDefault(head.method() + head.path(), new Manner.Prompt())) {
            case Manner.Prompt() -> send(client, forward(head, body, number), number);
            case Manner.Late(var by) -> {
                Thread.sleep(by);
                send(client, forward(head, body, number), number);
            }
            case Manner.Silent() -> awaitDeparture(client);
            case Manner.Half() -> {
                var answer = forward(head, body, number);
                client.getOutputStream().write(answer, 0, answer.length / 2);
                awaitDeparture(client);
            }
        }
    }

    // S3's word is written down before it goes on, so that no answer of the function can come before it.
    private byte[] forward(Head head, byte[] body, int number) throws IOException {
        try (var store = new Socket(s3.getHost(), s3.getPort())) {
            store.setTcpNoDelay(true);
            store.getOutputStream().write(head.forwarded());
            store.getOutputStream().write(body);
            var answer = store.getInputStream().readAllBytes();
            journal.done(number, status(answer));
            return answer;
        }
    }

    private void send(Socket client, byte[] answer, int number) throws IOException {
        client.getOutputStream().write(answer);
        journal.told(number);
    }

    private static void awaitDeparture(Socket client) throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static int status(byte[] answer) {
        return Integer.parseInt(new String(answer, "HTTP/1.1 ".length(), 3, ISO_8859_1));
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
