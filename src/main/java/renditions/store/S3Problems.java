package renditions.store;

import java.util.Set;
import renditions.store.StoreProblem.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns the SDK's exceptions into problems. The codes are those of "Error responses" in the S3 API reference. An
/// answer without a body has only a status.
final class S3Problems {
    /// Codes of calls that are not wrong and may succeed in a moment.
    private static final Set<String> TRANSIENT = Set.of(
            "BadDigest",
            "IncompleteBody",
            "KMS.ThrottlingException",
            "RequestTimeTooSkewed",
            "RequestTimeout",
            "ThrottlingException",
            "XAmzContentSHA256Mismatch");

    /// Codes of credentials that have expired. Only another process has others.
    private static final Set<String> LATER = Set.of("ExpiredToken", "InvalidToken", "TokenRefreshRequired");

    private S3Problems() {}

    /// Whether the same call may succeed in a moment, besides what the SDK tries again by itself: a conflict with
    /// another call at the same time, or a body that was damaged or lost on its way.
    static boolean isTransient(Throwable thrown) {
        return thrown instanceof AwsServiceException service
                && (service.statusCode() == 409
                        || TRANSIENT.contains(S3Words.of(service).code()));
    }

    static StoreProblem of(SdkException thrown, ObjectId object, S3Call call) {
        return thrown instanceof AwsServiceException service
                ? answered(S3Words.of(service), object, call)
                : Kind.UNAVAILABLE.of(object, words(thrown));
    }

    private static StoreProblem answered(S3Words words, ObjectId object, S3Call call) {
        var code = words.code();
        return switch (code) {
            case "NoSuchBucket" -> Kind.NO_BUCKET.of(object, object.bucket());
            case "NoSuchKey", "NoSuchVersion" -> missing(words, object, call);
            case "InvalidObjectState" -> Kind.REFUSED.of(object, words.toString()); // archived
            default ->
                TRANSIENT.contains(code) || LATER.contains(code)
                        ? Kind.UNAVAILABLE.of(object, words.toString())
                        : byStatus(words, object, call);
        };
    }

    private static StoreProblem byStatus(S3Words words, ObjectId object, S3Call call) {
        return switch (words.status()) {
            case 401, 403 -> denied(words, object, call);
            case 404 -> missing(words, object, call);
            case 409 -> conflict(words, object, call);
            case 412 -> new StoreProblem.Changed(object);
            case 400, 405, 411, 413, 414, 416 -> refused(words, object, call);
            default -> Kind.UNAVAILABLE.of(object, words.toString());
        };
    }

    /// Another call was under way at the same time. For a write with a condition S3 does not say which of the two
    /// won.
    private static StoreProblem conflict(S3Words words, ObjectId object, S3Call call) {
        return call == S3Call.WRITE_IF
                ? new StoreProblem.Changed(object)
                : Kind.UNAVAILABLE.of(object, words.toString());
    }

    /// Without a code it may be anything, also credentials that have expired.
    private static StoreProblem refused(S3Words words, ObjectId object, S3Call call) {
        if (words.concernsKmsKey()) {
            return denied(words, object, call);
        }
        return (words.code().isEmpty() ? Kind.UNAVAILABLE : Kind.REFUSED).of(object, words.toString());
    }

    /// The condition of a write does not hold if there is nothing to match. A write without one needs no object.
    private static StoreProblem missing(S3Words words, ObjectId object, S3Call call) {
        return switch (call) {
            case READ, REMOVE -> new StoreProblem.Missing(object);
            case WRITE_IF -> new StoreProblem.Changed(object);
            case WRITE, LIST -> Kind.UNAVAILABLE.of(object, words.toString());
        };
    }

    /// Whoever stores an object may choose its KMS key, so a key that is denied says nothing of other objects. What
    /// the function writes gets the key of the bucket.
    private static StoreProblem denied(S3Words words, ObjectId object, S3Call call) {
        var kind = call == S3Call.READ && words.concernsKmsKey() ? Kind.KMS_DENIED : Kind.DENIED;
        return kind.of(object, advice(words, object, call));
    }

    private static String advice(S3Words words, ObjectId object, S3Call call) {
        var permission = words.permission().orElse(call.permission(object));
        if (words.givesNoReason()) {
            var missing = call == S3Call.READ
                    ? "; without s3:ListBucket it answers the same for an object that is missing"
                    : "";
            return "allow the function " + permission + " (a guess: S3 gives no reason" + missing + ")";
        }
        if (words.isExplicitDeny()) {
            return "a policy explicitly denies the function " + permission + "; S3 says: " + words;
        }
        return words.permission().isPresent()
                ? "allow the function " + permission + "; S3 says: " + words
                : "S3 says: " + words;
    }

    // The SDK's messages have several lines; the first line has the reason.
    private static String words(SdkException thrown) {
        var message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return S3Words.shortened(S3Words.line(message.lines().findFirst().orElse("")));
    }
}
