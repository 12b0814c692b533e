package renditions.store;

import java.util.Set;
import renditions.store.StoreProblem.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns the SDK's exceptions into problems. The codes are those of "Error responses" in the S3 API reference. An
/// answer without a body has only a status.
final class S3Problems {
    /// Codes that come with status 400 or 403 although the call itself is not wrong.
    private static final Set<String> RETRYABLE = Set.of(
            "BadDigest",
            "ExpiredToken",
            "IncompleteBody",
            "InvalidToken",
            "KMS.ThrottlingException",
            "RequestTimeTooSkewed",
            "RequestTimeout",
            "ThrottlingException",
            "TokenRefreshRequired",
            "XAmzContentSHA256Mismatch");

    private S3Problems() {}

    /// @param action the permission that the call needs
    static StoreProblem of(SdkException thrown, ObjectId object, String action) {
        return thrown instanceof AwsServiceException service
                ? answered(service, object, action)
                : Kind.UNAVAILABLE.of(object, words(thrown));
    }

    private static StoreProblem answered(AwsServiceException thrown, ObjectId object, String action) {
        var code = code(thrown);
        return switch (code) {
            case "NoSuchBucket" -> Kind.NO_BUCKET.of(object, object.bucket());
            case "NoSuchKey", "NoSuchVersion" -> new StoreProblem.Missing(object);
            case "PreconditionFailed", "ConditionalRequestConflict" -> new StoreProblem.Changed(object);
            case "InvalidObjectState" -> Kind.REFUSED.of(object, words(thrown)); // archived
            default ->
                RETRYABLE.contains(code)
                        ? Kind.UNAVAILABLE.of(object, words(thrown))
                        : byStatus(thrown, object, action);
        };
    }

    private static StoreProblem byStatus(AwsServiceException thrown, ObjectId object, String action) {
        return switch (thrown.statusCode()) {
            case 401, 403 -> Kind.DENIED.of(object, action);
            case 404 -> new StoreProblem.Missing(object);
            case 412 -> new StoreProblem.Changed(object);
            case 400, 405, 411, 413, 414, 416 -> Kind.REFUSED.of(object, words(thrown));
            default -> Kind.UNAVAILABLE.of(object, words(thrown));
        };
    }

    private static String code(AwsServiceException thrown) {
        var details = thrown.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    // The SDK's messages have several lines and a request id; the first line has the reason.
    private static String words(SdkException thrown) {
        var message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
