package renditions.store;

import java.util.Set;
import renditions.store.StoreProblem.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Tells from what the SDK throws what is wrong. The codes are those of the page "Error responses" of the S3 API
/// reference; a HEAD has no body and so only the status.
final class S3Problems {
    /// Codes that come with a status of 400 or 403 and say nothing against the call itself.
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

    /// @param action the permission the call takes
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

    // The SDK's messages carry several lines and a request id; the first line says it.
    private static String words(SdkException thrown) {
        var message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
