package renditions.queue;

import java.util.Locale;
import renditions.queue.QueueProblem.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns the SDK's exceptions into problems ("Common errors" of the SQS API reference). What SQS says names queues
/// and actions, which are not strangers' words.
final class SqsProblems {
    private SqsProblems() {}

    /// @param what the call was for, as an infinitive
    static QueueProblem of(SdkException thrown, String what) {
        var kind = thrown instanceof AwsServiceException service ? kind(service) : Kind.QUEUE_UNAVAILABLE;
        var words = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        return new QueueProblem(kind, "the queue did not let the function " + what + ": " + words);
    }

    private static Kind kind(AwsServiceException service) {
        var details = service.awsErrorDetails();
        var code = details == null || details.errorCode() == null
                ? ""
                : details.errorCode().toLowerCase(Locale.ROOT);
        if (code.contains("nonexistentqueue") || code.contains("queuedoesnotexist")) {
            return Kind.NO_QUEUE;
        }
        return switch (service.statusCode()) {
            case 401, 403 -> Kind.QUEUE_DENIED;
            case 400, 404, 405, 411, 413 -> service.isThrottlingException() ? Kind.QUEUE_UNAVAILABLE : refused(code);
            default -> Kind.QUEUE_UNAVAILABLE;
        };
    }

    /// Of this protocol, denied calls have the status 400, too.
    private static Kind refused(String code) {
        return code.contains("accessdenied") || code.contains("signature") || code.contains("token")
                ? Kind.QUEUE_DENIED
                : Kind.QUEUE_REFUSED;
    }
}
