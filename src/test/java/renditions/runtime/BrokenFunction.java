package renditions.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A handler for one message with one upload. The upload's key says which promise to break, so that tests can see
/// that the judge notices.
public final class BrokenFunction implements RequestStreamHandler {
    /// Far longer than a busy machine keeps an idle process waiting, which the judge forgives.
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final S3Client s3 = S3Client.create();

    /// The fault of the handler, for an upload of this name.
    enum Vice {
        /// Nothing.
        NONE,
        ANSWERS_LATE,
        ACKNOWLEDGES_THE_UNFINISHED,
        CLAIMS_WHAT_IS_NOT_THERE,
        REPORTS_THE_FINISHED,
        WRITES_AFTER_THE_ANSWER,
        THROWS,
        EXITS,
        EXITS_AFTER_THE_ANSWER
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        var message = JSON.readTree(event).path("Records").path(0);
        var id = message.path("messageId").asString();
        var object = JSON.readTree(message.path("body").asString()).at("/Records/0/s3/object");
        var failed = failed(id, object, context);
        reply.write(JSON.writeValueAsBytes(failed.isEmpty() ? list() : list(failed)));
    }

    /// Behaves as the vice says.
    ///
    /// @return the id to be reported; empty for none
    private String failed(String id, JsonNode object, Context context) {
        return switch (Vice.valueOf(object.path("key").asString())) {
            case NONE -> {
                store(object, 1);
                yield "";
            }
            case ANSWERS_LATE -> {
                pause(Duration.ofMillis(context.getRemainingTimeInMillis()).plus(A_WHILE));
                yield id;
            }
            case ACKNOWLEDGES_THE_UNFINISHED -> "";
            case CLAIMS_WHAT_IS_NOT_THERE -> {
                store(object, 2);
                yield "";
            }
            case REPORTS_THE_FINISHED -> {
                store(object, 1);
                pause(A_WHILE);
                yield id;
            }
            case WRITES_AFTER_THE_ANSWER -> {
                Thread.ofPlatform().start(() -> {
                    pause(A_WHILE);
                    store(object, 1);
                });
                yield id;
            }
            case THROWS -> throw new IllegalStateException("as the test wants it");
            case EXITS -> {
                Runtime.getRuntime().halt(3);
                yield id;
            }
            case EXITS_AFTER_THE_ANSWER -> {
                Thread.ofPlatform().start(() -> {
                    pause(A_WHILE);
                    Runtime.getRuntime().halt(3);
                });
                yield id;
            }
        };
    }

    /// Stores renditions of one byte, and a manifest that claims this length of each.
    private void store(JsonNode object, int claimed) {
        var key = object.path("key").asString();
        var manifest = JSON.createObjectNode();
        manifest.putObject("source").put("etag", object.path("eTag").asString());
        var renditions = manifest.putArray("renditions");
        for (var path : Trial.PLACES.renditions(key)) {
            put(path, new byte[1]);
            renditions.addObject().put("key", Trial.key(path)).put("bytes", claimed);
        }
        put(Trial.PLACES.manifest(key), JSON.writeValueAsBytes(manifest));
    }

    private void put(String path, byte[] bytes) {
        s3.putObject(request -> request.bucket(Trial.bucket(path)).key(Trial.key(path)), RequestBody.fromBytes(bytes));
    }

    private static JsonNode list(String... ids) {
        var reply = JSON.createObjectNode();
        var failures = reply.putArray("batchItemFailures");
        for (var id : ids) {
            failures.addObject().put("itemIdentifier", id);
        }
        return reply;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
