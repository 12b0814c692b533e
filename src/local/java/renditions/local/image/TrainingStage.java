package renditions.local.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import javax.net.ssl.SSLContext;

/// What the function meets while its AOT cache is made: Lambda's Runtime API, which hands out one event, and an S3
/// over TLS, which has the event's upload, no manifest, and takes what is put in one piece with its checksum ahead.
/// When a second event is asked for, it ends, and when nobody has asked for it in a minute.
///
/// Needs the JDK alone: it runs while the image is built.
///
/// @param upload a picture
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TrainingStage(byte[] upload, AtomicBoolean played) {
    private static final String ETAG = "00000000000000000000000000000000";
    private static final long TIME_MILLIS = 60_000;

    /// Opens it.
    ///
    /// @param arguments a picture, and the file that is to say where the stage is, as variables for a shell
    public static void main(String[] arguments) throws Exception {
        var stage = new TrainingStage(Files.readAllBytes(Path.of(arguments[0])), new AtomicBoolean());
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var lambda = HttpServer.create(anywhere, 0);
        lambda.createContext("/", stage::lambda);
        lambda.start();
        var s3 = HttpsServer.create(anywhere, 0);
        s3.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
        s3.createContext("/", stage::s3);
        s3.start();
        announce(Path.of(arguments[1]), """
                AWS_LAMBDA_RUNTIME_API=127.0.0.1:%d
                AWS_ENDPOINT_URL_S3=https://127.0.0.1:%d
                """.formatted(
                        lambda.getAddress().getPort(), s3.getAddress().getPort()));
        Thread.sleep(TIME_MILLIS);
        System.out.println("the function was not done in " + TIME_MILLIS / 1000 + " s");
        System.exit(1);
    }

    /// Whole or not at all.
    private static void announce(Path place, String words) throws IOException {
        var draft = Files.writeString(place.resolveSibling("draft"), words);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private void lambda(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            System.out.println(
                    "answered " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answer(exchange, 202, new byte[0]);
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json"); // the runtime client does not survive without
        if (played.getAndSet(true)) {
            System.exit(0);
        }
        headers.set("Lambda-Runtime-Aws-Request-Id", "training");
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:renditions");
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + TIME_MILLIS));
        answer(exchange, 200, event().getBytes(UTF_8));
    }

    private void s3(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", '"' + ETAG + '"');
        headers.set("Last-Modified", "Sat, 28 Nov 2026 10:00:00 GMT");
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            var checksum = exchange.getRequestHeaders().getFirst("x-amz-checksum-crc32");
            answer(exchange, crc32(body).equals(checksum) ? 200 : 400, new byte[0]);
        } else if (path.startsWith("/uploads/")) {
            headers.set("x-amz-checksum-crc32", crc32(upload));
            answer(exchange, 200, upload);
        } else {
            headers.set("Content-Type", "application/xml");
            var error = "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>".getBytes(UTF_8);
            answer(exchange, 404, 0, error); // in chunks, as S3 sends its errors
        }
    }

    private static String crc32(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        var four = ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue());
        return Base64.getEncoder().encodeToString(four.array());
    }

    /// @param length how many bytes are announced; 0 sends them in chunks
    private static void answer(HttpExchange exchange, int status, long length, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        answer(exchange, status, body.length == 0 ? -1 : body.length, body);
    }

    private String event() {
        return """
                {"Records": [{"messageId": "training", "receiptHandle": "training", "eventSource": "aws:sqs", \
                "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:uploads", "awsRegion": "us-east-1", \
                "attributes": {"ApproximateReceiveCount": "1"}, "messageAttributes": {}, \
                "body": "{\\"Records\\": [{\\"eventVersion\\": \\"2.5\\", \\"eventSource\\": \\"aws:s3\\", \
                \\"awsRegion\\": \\"us-east-1\\", \\"eventName\\": \\"ObjectCreated:Put\\", \
                \\"s3\\": {\\"bucket\\": {\\"name\\": \\"uploads\\"}, \\"object\\": {\\"key\\": \\"training.jpg\\", \
                \\"size\\": %d, \\"eTag\\": \\"%s\\", \\"sequencer\\": \\"0069\\"}}}]}"}]}
                """.formatted(upload.length, ETAG);
    }
}
