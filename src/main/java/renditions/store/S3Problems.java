package renditions.store;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Tells from what the SDK throws what is wrong. The codes are those of the page "Error responses" of the S3 API
/// reference; a HEAD has no body and so only the status.
final class S3Problems {
    /// Codes that come with a status of 400 or 403 and say nothing against the call itself.
    private static final Set<String> PASSING = Set.of(
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
                : new StoreProblem.Unavailable(object, words(thrown));
    }

    private static StoreProblem answered(AwsServiceException thrown, ObjectId object, String action) {
        var code = code(thrown);
        return switch (code) {
            case "NoSuchBucket" -> new StoreProblem.NoBucket(object);
            case "NoSuchKey", "NoSuchVersion" -> new StoreProblem.Missing(object);
            case "PreconditionFailed", "ConditionalRequestConflict" -> new StoreProblem.Changed(object);
            case "InvalidObjectState" -> new StoreProblem.Refused(object, words(thrown)); // archived
            default ->
                PASSING.contains(code)
                        ? new StoreProblem.Unavailable(object, words(thrown))
                        : byStatus(thrown, object, action);
        };
    }

    private static StoreProblem byStatus(AwsServiceException thrown, ObjectId object, String action) {
        return switch (thrown.statusCode()) {
            case 401, 403 -> new StoreProblem.Denied(object, action);
            case 404 -> new StoreProblem.Missing(object);
            case 412 -> new StoreProblem.Changed(object);
            case 400, 405, 411, 413, 414, 416 -> new StoreProblem.Refused(object, words(thrown));
            default -> new StoreProblem.Unavailable(object, words(thrown));
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
