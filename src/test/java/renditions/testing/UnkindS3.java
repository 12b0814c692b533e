package renditions.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import renditions.local.LocalAccess;
import renditions.store.S3Clients.Pace;
import software.amazon.awssdk.services.s3.S3Client;

/// An S3 on the loopback interface that treats every request in the manner that a test chooses. In front of another
/// S3 it lets requests pass unchanged, so that their signatures stay valid, and records when they came and how they
/// ended. Alone it has only its own answers.
///
/// It serves one request for each connection. Safe for use by many threads.
public final class UnkindS3 implements AutoCloseable {
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);

    /// More than there are ever connections.
    private static final int MANY = 1 << 20;

    private final @Nullable URI behind;
    private final Function<RequestHead, Manner> usual;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final Map<String, Manner> once = new ConcurrentHashMap<>();
    private final Journal journal = new Journal();
    private final Semaphore idle = new Semaphore(MANY); // each connection takes a permit
    private final S3Client client;

    private volatile @Nullable Request last;

    /// A request, unchanged.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Request(RequestHead head, byte[] body) {}

    /// An S3 that stands alone.
    ///
    /// @param usual the manner for all requests
    public UnkindS3(Manner usual) {
        this(usual, Pace.USUAL);
    }

    /// An S3 that stands alone.
    ///
    /// @param usual the manner for all requests
    /// @param pace the pace of its client
    public UnkindS3(Manner usual, Pace pace) {
        this(null, _ -> usual, pace);
    }

    private UnkindS3(@Nullable URI behind, Function<RequestHead, Manner> usual, Pace pace) {
        this.behind = behind;
        this.usual = usual;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        client = LocalAccess.client(endpoint(), pace);
        threads.execute(this::open);
    }

    /// An S3 in front of another S3; it treats requests well until it is told otherwise.
    public static UnkindS3 before(URI s3) {
        return before(s3, _ -> new Manner.Prompt());
    }

    /// An S3 in front of another S3.
    ///
    /// @param usual the manner for a request; asked once for each that has come completely, by many threads
    public static UnkindS3 before(URI s3, Function<RequestHead, Manner> usual) {
        return new UnkindS3(s3, usual, Pace.USUAL);
    }

    /// Its address.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// A client of this S3, which closes it.
    public S3Client client() {
        return client;
    }

    /// Treats such requests in this manner from now on.
    ///
    /// @param method the HTTP method
    /// @param path the bucket and the key as in a URL, beginning with a slash
    public void treat(String method, String path, Manner manner) {
        manners.put(method + path, manner);
    }

    /// Treats the next such request in this manner, and only that one.
    ///
    /// @param method the HTTP method
    /// @param path as for [#treat]
    public void treatOnce(String method, String path, Manner manner) {
        once.put(method + path, manner);
    }

    /// Treats all requests for objects in this folder as usual from now on.
    public void treatAsUsual(String folder) {
        manners.keySet().removeIf(call -> call.contains("/" + folder + "/"));
        once.keySet().removeIf(call -> call.contains("/" + folder + "/"));
    }

    /// All requests so far, in the order in which they came.
    public List<Call> calls() {
        return journal.calls();
    }

    /// The last request that came completely; null before the first.
    public @Nullable Request last() {
        return last;
    }

    private void open() {
        try {
            while (true) {
                var client = door.accept();
                idle.acquireUninterruptibly();
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
            var head = RequestHead.read(in);
            int number = journal.begin(head.method(), head.path());
            if (head.waits()) {
                client.getOutputStream().write(GO_ON);
            }
            var request = new Request(head, in.readNBytes(head.length()));
            if (request.body.length == head.length()) {
                last = request;
                answer(client, request, number);
            }
        } catch (IOException left) {
            // The client closed it, as it may.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            idle.release();
        }
    }

    /// Waits until every request that was sent before has ended, also those of processes that have ended since.
    public void awaitIdle() throws IOException, InterruptedException {
        try (var last = new Socket(door.getInetAddress(), door.getLocalPort())) {
            last.shutdownOutput();
            last.getInputStream().transferTo(OutputStream.nullOutputStream()); // all before it are taken then
        }
        idle.acquire(MANY);
        idle.release(MANY);
    }

    private void answer(Socket client, Request request, int number) throws IOException, InterruptedException {
        answer(client, request, number, manner(request.head));
    }

    private void answer(Socket client, Request request, int number, Manner manner)
            throws IOException, InterruptedException {
        switch (manner) {
            case Manner.Prompt() -> send(client, forward(request, number), number);
            case Manner.Late(var by) -> {
                Thread.sleep(by);
                send(client, forward(request, number), number);
            }
            case Manner.Held(var until, var most, var then) -> {
                boolean _ = until.await(most.toMillis(), TimeUnit.MILLISECONDS);
                answer(client, request, number, then);
            }
            case Manner.Unanswered(var served, var meanwhile) -> {
                if (served) {
                    var _ = forward(request, number);
                }
                meanwhile.run();
                end(client, Manner.Then.RESETS);
            }
            case Manner.Silent() -> awaitDeparture(client);
            case Manner.Half() -> {
                var answer = forward(request, number);
                client.getOutputStream().write(answer, 0, answer.length / 2);
                awaitDeparture(client);
            }
            case Manner.Reset() -> end(client, Manner.Then.RESETS);
            case Manner.Cut(var then) -> {
                var answer = forward(request, number);
                int body = bodyOf(answer);
                client.getOutputStream().write(answer, 0, body + (answer.length - body) / 2);
                end(client, then);
            }
            case Manner.Adding(var header, var value) -> {
                var answer = forward(request, number);
                int body = bodyOf(answer);
                var head = Bytes.of(new String(answer, 0, body - 2, ISO_8859_1) + header + ": " + value + "\r\n\r\n");
                send(client, Bytes.joined(head, Arrays.copyOfRange(answer, body, answer.length)), number);
            }
            case Manner.Answer answer -> {
                journal.done(number, answer.status());
                send(client, answer.bytes(), number);
                end(client, answer.then());
            }
        }
    }

    private Manner manner(RequestHead head) {
        var call = head.method() + head.path();
        var next = once.remove(call);
        var chosen = next == null ? manners.get(call) : next;
        return chosen == null ? usual.apply(head) : chosen;
    }

    // The caller closes the connection.
    private static void end(Socket client, Manner.Then then) throws IOException {
        switch (then) {
            case CLOSES -> {}
            case STALLS -> awaitDeparture(client);
            case RESETS -> client.setSoLinger(true, 0);
        }
    }

    /// Where the body of an answer begins.
    private static int bodyOf(byte[] answer) {
        return new String(answer, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    }

    // S3's answer is recorded before it is passed on, so no answer of the function can come before it.
    private byte[] forward(Request request, int number) throws IOException {
        if (behind == null) {
            throw new IllegalStateException("nobody is behind who could answer");
        }
        try (var store = new Socket(behind.getHost(), behind.getPort())) {
            store.setTcpNoDelay(true);
            store.getOutputStream().write(request.head.forwarded());
            store.getOutputStream().write(request.body);
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

    /// Breaks off all connections.
    @Override
    public void close() {
        client.close();
        threads.shutdownNow();
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
