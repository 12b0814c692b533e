package renditions.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// How [UnkindS3] treats a request.
public sealed interface Manner {
    /// It answers as it should.
    record Prompt() implements Manner {}

    /// It takes the whole request, then waits, and then serves it, even if nobody waits any more.
    record Late(Duration by) implements Manner {}

    /// It takes the whole request, waits, and then treats it in another manner, even if nobody waits any more.
    ///
    /// @param until ends the wait
    /// @param most the longest wait
    record Held(CountDownLatch until, Duration most, Manner then) implements Manner {}

    /// It serves the request, or does not, and resets the connection without an answer.
    ///
    /// @param meanwhile what happens before the connection is reset
    record Unanswered(boolean served, Runnable meanwhile) implements Manner {}

    /// It takes the request and never answers.
    record Silent() implements Manner {}

    /// It serves the request and sends half of the answer, counted over head and body.
    record Half() implements Manner {}

    /// It takes the request and resets the connection.
    record Reset() implements Manner {}

    /// It serves the request and sends the head of the answer and half of the body.
    ///
    /// @param then what follows
    record Cut(Then then) implements Manner {}

    /// It serves the request and adds a header to the answer.
    record Adding(String header, String value) implements Manner {}

    /// It does not serve the request but answers all the same.
    ///
    /// @param headers the headers beside the length
    /// @param length the length of the body, as the head says
    /// @param sent the first bytes of the body, or all
    /// @param then what follows the last byte
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, Map<String, String> headers, long length, byte[] sent, Then then) implements Manner {
        /// Head and body, as far as they are sent.
        byte[] bytes() {
            var head = new StringBuilder("HTTP/1.1 " + status + " as the test wants it\r\n");
            headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
            head.append("Content-Length: " + length + "\r\nConnection: close\r\n\r\n");
            return Bytes.joined(Bytes.of(head.toString()), sent);
        }
    }

    /// The end of an answer.
    enum Then {
        /// The connection is closed.
        CLOSES,
        /// Nothing follows until the client leaves.
        STALLS,
        /// The connection is reset.
        RESETS
    }

    /// An error as S3 writes it.
    static Manner error(int status, String code) {
        return error(status, code, "as the test wants it");
    }

    /// An error as S3 writes it.
    ///
    /// @param message for people
    static Manner error(int status, String code, String message) {
        var escaped = message.replace("&", "&amp;").replace("<", "&lt;");
        var body = "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, escaped);
        return whole(status, Map.of("Content-Type", "application/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    /// An error without a body, as the answer to a HEAD is.
    static Manner status(int status) {
        return whole(status, Map.of(), new byte[0]);
    }

    /// A complete answer.
    static Manner whole(int status, Map<String, String> headers, byte[] body) {
        return new Answer(status, headers, body.length, body, Then.CLOSES);
    }

    /// What S3 says of every object.
    Map<String, String> FACTS = Map.of("ETag", "\"e\"", "Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");

    /// An object of zeros that ends too early.
    ///
    /// @param length the length of the body, as the head says
    /// @param sent how many bytes of it are sent
    static Manner part(long length, int sent, Then then) {
        return new Answer(200, FACTS, length, new byte[sent], then);
    }

    /// A whole object.
    ///
    /// @param headers beside those of every object
    static Manner object(Map<String, String> headers, byte[] body) {
        var all = new HashMap<>(FACTS);
        all.putAll(headers);
        return whole(200, all, body);
    }
}
