package renditions.store;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Tells from what the SDK throws what is wrong. The codes are those of the page "Error responses" of the S3 API
/// reference; a HEAD has no body and so only the status.
final class S3Problems {
    private S3Problems() {}

    /// @param action the permission the call takes
    static StoreProblem of(SdkException thrown, ObjectId object, String action) {
        return thrown instanceof AwsServiceException service
                ? answered(service, object, action)
                : new StoreProblem.Unavailable(object, words(thrown));
    }

    private static StoreProblem answered(AwsServiceException thrown, ObjectId object, String action) {
        int status = thrown.statusCode();
        return switch (code(thrown)) {
            case "NoSuchBucket" -> new StoreProblem.NoBucket(object);
            case "NoSuchKey", "NoSuchVersion" -> new StoreProblem.Missing(object);
            case "RequestTimeout", "ExpiredToken" ->
                new StoreProblem.Unavailable(object, words(thrown)); // both come with status 400
            case "PreconditionFailed", "ConditionalRequestConflict" -> new StoreProblem.Changed(object);
            default ->
                switch (status) {
                    case 401, 403 -> new StoreProblem.Denied(object, action);
                    case 404 -> new StoreProblem.Missing(object);
                    case 409, 412 -> new StoreProblem.Changed(object);
                    case 408, 429 -> new StoreProblem.Unavailable(object, words(thrown));
                    default ->
                        status >= 400 && status < 500
                                ? new StoreProblem.Refused(object, words(thrown))
                                : new StoreProblem.Unavailable(object, words(thrown));
                };
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
