package renditions.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A store on the loopback interface for one rehearsal: it has one upload, no manifest, and takes whatever is put.
/// It speaks as much of S3's protocol as the client has to hear, one request for each connection.
///
/// @param door where it listens
/// @param upload what it has
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RehearsalStore(ServerSocket door, byte[] upload) implements AutoCloseable {
    /// The entity tag of everything in it.
    static final String ETAG = "00000000000000000000000000000000";

    private static final byte[] NO_SUCH_KEY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>
            """.getBytes(ISO_8859_1);

    /// Opens one; it takes requests when this returns.
    static RehearsalStore open(byte[] upload) {
        try {
            var store = new RehearsalStore(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), upload);
            Thread.ofVirtual().name("rehearsal-store").start(store::listen);
            return store;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    private void listen() {
        try {
            while (true) {
                var client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // By close().
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            var head = head(in);
            in.skipNBytes(length(head));
            answer(head.getFirst(), client.getOutputStream());
        } catch (IOException gone) {
            // The client says what it misses.
        }
    }

    private void answer(String request, OutputStream out) throws IOException {
        if (request.startsWith("PUT ")) {
            answer(out, "200 OK", "", new byte[0]);
        } else if (request.contains("/rehearsal/")) {
            answer(out, "200 OK", "image/png", upload);
        } else {
            answer(out, "404 Not Found", "application/xml", NO_SUCH_KEY);
        }
    }

    private static void answer(OutputStream out, String status, String type, byte[] body) throws IOException {
        out.write("HTTP/1.1 %s\r\nETag: \"%s\"\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(status, ETAG, type, body.length)
                .getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static long length(List<String> head) {
        return head.stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static List<String> head(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.append((char) next);
            } else if (line.toString().isBlank()) {
                break;
            } else {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("no request");
        }
        return lines;
    }

    /// Stops listening.
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
