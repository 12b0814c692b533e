package renditions.store;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// What S3 says of an error, fit for one line of a log. S3 quotes keys, which strangers choose.
///
/// @param status of HTTP
/// @param code one of the page "Error responses" of the S3 API reference; empty if the answer has no body, as
///     the answer to a HEAD
/// @param message may be empty; without a code it is the reason phrase of HTTP
record S3Words(int status, String code, String message) {
    /// What is kept of a long text at its beginning and at its end, in UTF-16 units. S3's sentence about a missing
    /// permission begins with who may not do what, and ends with the reason.
    private static final int BEGINNING = 400;

    private static final int END = 200;

    /// An action of IAM as a word of its own, not as a part of a name or a key.
    private static final Pattern ACTION = Pattern.compile("(?<![^\\s\"'(])[a-z0-9-]{1,30}:[A-Z][A-Za-z]{1,60}\\b");

    /// Messages that give no reason.
    private static final Set<String> NO_REASON = Set.of("", "Access Denied");

    S3Words {
        code = line(code);
        message = line(message);
    }

    static S3Words of(AwsServiceException thrown) {
        var details = thrown.awsErrorDetails();
        return details == null
                ? new S3Words(thrown.statusCode(), "", "")
                : new S3Words(thrown.statusCode(), orEmpty(details.errorCode()), orEmpty(details.errorMessage()));
    }

    /// Any text as a single line, without characters that a terminal or a log reader would act on.
    static String line(String foreign) {
        return foreign.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /// The permission that S3 names, if it names one.
    Optional<String> permission() {
        return ACTION.matcher(message).results().map(MatchResult::group).findFirst();
    }

    /// Whether a policy denies the call explicitly; no other policy can allow it then.
    boolean isExplicitDeny() {
        return message.contains("explicit deny");
    }

    /// Whether the problem is a KMS key.
    boolean concernsKmsKey() {
        return code.startsWith("KMS.")
                || permission().filter(action -> action.startsWith("kms:")).isPresent()
                || message.startsWith("The ciphertext refers to a customer master key");
    }

    /// Whether S3 does not say why access is denied.
    boolean givesNoReason() {
        return code.isEmpty() || (code.equals("AccessDenied") && NO_REASON.contains(message));
    }

    /// Status, code and message, at most 603 characters of them.
    @Override
    public String toString() {
        return shortened(status + (code.isEmpty() ? "" : " " + code) + (message.isEmpty() ? "" : ": " + message));
    }

    static String shortened(String text) {
        return text.length() <= BEGINNING + END
                ? text
                : line(text.substring(0, BEGINNING)) + " … " + line(text.substring(text.length() - END));
    }

    private static String orEmpty(@Nullable String said) {
        return said == null ? "" : said;
    }
}
