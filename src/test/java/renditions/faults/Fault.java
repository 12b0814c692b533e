package renditions.faults;

import static renditions.testing.Paces.IMPATIENT;
import static renditions.testing.Paces.QUICK;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import renditions.store.S3Clients.Pace;
import renditions.testing.Manner;
import renditions.testing.Manner.Then;

/// A way in which S3 fails, a row of the page.
///
/// @param title for people
/// @param manner how S3 treats a call; null if the call cannot fail like that
/// @param pace the pace of the client
record Fault(String title, Function<FaultyCall, @Nullable Manner> manner, Pace pace) {
    private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d";

    static final List<Fault> ALL = List.of(
            said(500, "InternalError", _ -> "We encountered an internal error. Please try again."),
            said(503, "SlowDown", _ -> "Please reduce your request rate."),
            said(
                    400,
                    "RequestTimeout",
                    _ -> "Your socket connection to the server was not read from or written to within the timeout"
                            + " period."),
            new Fault("connection reset", _ -> new Manner.Reset(), QUICK),
            new Fault("no answer", _ -> new Manner.Silent(), IMPATIENT),
            inTheBody("body cut short", Then.CLOSES, QUICK),
            inTheBody("connection reset in the body", Then.RESETS, QUICK),
            inTheBody("body stalls", Then.STALLS, IMPATIENT),
            new Fault("wrong checksum", Fault::wrongChecksum, QUICK),
            new Fault(
                    "403 `AccessDenied`, no policy allows it",
                    call -> denied(
                            call, call.permission(), "arn:aws:s3:::…", "because no identity-based policy allows it"),
                    QUICK),
            new Fault(
                    "403 `AccessDenied`, KMS key",
                    call -> denied(
                            call,
                            call.reads() ? "kms:Decrypt" : "kms:GenerateDataKey",
                            KEY,
                            "because no resource-based policy allows it"),
                    QUICK),
            new Fault(
                    "403 `AccessDenied`, explicit deny",
                    call -> denied(
                            call,
                            call.permission(),
                            "arn:aws:s3:::…",
                            "with an explicit deny in a resource-based policy"),
                    QUICK),
            new Fault(
                    "403 `AccessDenied`, no reason given",
                    call -> error(call, 403, "AccessDenied", "Access Denied"),
                    QUICK),
            said(403, "InvalidAccessKeyId", _ -> "The AWS Access Key Id you provided does not exist in our records."),
            said(400, "ExpiredToken", _ -> "The provided token has expired."),
            said(400, "KMS.DisabledException", _ -> KEY + " is disabled."),
            said(403, "InvalidObjectState", _ -> "The operation is not valid for the object's storage class"),
            new Fault("404 `NoSuchKey`", Fault::missing, QUICK),
            said(404, "NoSuchBucket", _ -> "The specified bucket does not exist"),
            said(409, "ConditionalRequestConflict", _ -> "A conflicting operation occurred during the request."),
            said(412, "PreconditionFailed", _ -> "At least one of the pre-conditions you specified did not hold"));

    /// Whether S3 answers, with a status.
    boolean isAnAnswer() {
        return Character.isDigit(title.charAt(0));
    }

    /// An answer with a status and a code.
    private static Fault said(int status, String code, Function<FaultyCall, String> message) {
        return new Fault(status + " `" + code + "`", call -> error(call, status, code, message.apply(call)), QUICK);
    }

    /// A fault of an answer that has a body.
    private static Fault inTheBody(String title, Then then, Pace pace) {
        return new Fault(title, call -> call.method().equals("GET") ? new Manner.Cut(then) : null, pace);
    }

    /// S3 never says so of what is to be deleted.
    private static @Nullable Manner missing(FaultyCall call) {
        return call == FaultyCall.REMOVE_RENDITION
                ? null
                : error(call, 404, "NoSuchKey", "The specified key does not exist.");
    }

    private static @Nullable Manner wrongChecksum(FaultyCall call) {
        return switch (call.method()) {
            case "GET" -> new Manner.Adding("x-amz-checksum-crc32", "AAAAAA==");
            case "PUT" ->
                error(call, 400, "BadDigest", "The CRC32 you specified did not match the calculated checksum.");
            default -> null;
        };
    }

    private static Manner denied(FaultyCall call, String action, String resource, String why) {
        var who = "arn:aws:sts::111122223333:assumed-role/renditions/renditions";
        var sentence =
                "User: " + who + " is not authorized to perform: " + action + " on resource: \"" + resource + "\" ";
        return error(call, 403, "AccessDenied", sentence + why);
    }

    private static Manner error(FaultyCall call, int status, String code, String message) {
        return call.isAnsweredWithABody() ? Manner.error(status, code, message) : Manner.status(status);
    }
}
