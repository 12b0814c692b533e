package renditions.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// A request of HTTP/1.1, read from a connection.
///
/// @param method in upper case
/// @param path as it stands there, without the query
/// @param head its lines, without those that concern the connection and not the request
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Request(String method, String path, List<String> head, byte[] body) {
    /// Told of a request whose head has arrived.
    interface Arrival {
        void arrived(String method, String path);
    }

    /// Reads one. A client that waits for leave to send the body gets it.
    ///
    /// @throws EOFException when the client leaves first
    static Request read(InputStream in, OutputStream out, Arrival arrival) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        var first = lines.getFirst().split(" ", -1);
        var path = first[1].split("\\?", -1)[0];
        arrival.arrived(first[0], path);
        if (lines.removeIf(line -> line.regionMatches(true, 0, "expect:", 0, 7))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        }
        lines.removeIf(line -> line.regionMatches(true, 0, "connection:", 0, 11));
        return new Request(first[0], path, lines, body(in, length(lines)));
    }

    /// Writes it; the answer is to end with the connection.
    void write(OutputStream out) throws IOException {
        out.write((String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1); // without the carriage return
    }

    private static int length(List<String> lines) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    private static byte[] body(InputStream in, int length) throws IOException {
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return body;
    }
}
