package renditions.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The head of an HTTP/1.1 request.
///
/// @param lines the request line and the fields, without line ends
public record RequestHead(List<String> lines) {
    /// Reads a head, up to and including the empty line.
    ///
    /// @throws EOFException if the client leaves first
    static RequestHead read(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        return new RequestHead(lines);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /// The method, in upper case.
    public String method() {
        return word(0);
    }

    /// The path as the client wrote it, without the query.
    public String path() {
        var target = word(1);
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /// The length of the body in bytes; S3 takes no request without it.
    int length() {
        return field("content-length").map(Integer::parseInt).orElse(0);
    }

    /// Whether the client waits for "100 Continue" before it sends the body.
    boolean waits() {
        return field("expect").isPresent();
    }

    /// The head for the next server, which gets the body at once and must close the connection after its answer.
    byte[] forwarded() {
        return Stream.concat(
                        lines.stream().filter(line -> !is(line, "expect") && !is(line, "connection")),
                        Stream.of("Connection: close", "", ""))
                .collect(Collectors.joining("\r\n"))
                .getBytes(ISO_8859_1);
    }

    private String word(int number) {
        return lines.getFirst().split(" ", -1)[number];
    }

    /// The value of a field; empty if there is none of this name, in any case.
    public Optional<String> field(String name) {
        return lines.stream()
                .filter(line -> is(line, name))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static boolean is(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }
}
