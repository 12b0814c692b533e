package renditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Paces.QUICK;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.batch.Cancellation;
import renditions.batch.Severity;
import renditions.store.StoreProblem.Kind;
import renditions.testing.Manner;
import renditions.testing.UnkindS3;

/// What the errors of S3 mean, and what is said of them.
class S3ProblemsTest {
    private static final ObjectId OBJECT = new ObjectId("uploads", "a/b.jpg");
    private static final Labels LABELS = new Labels("image/jpeg", "no-cache");
    private static final Condition ALWAYS = new Condition.Always();

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, DENIED, CRITICAL",
        "403, SignatureDoesNotMatch, DENIED, CRITICAL",
        "404, NoSuchKey, MISSING, PERMANENT",
        "404, NoSuchBucket, NO_BUCKET, CRITICAL",
        "400, RequestTimeout, UNAVAILABLE, RETRYABLE",
        "400, ExpiredToken, UNAVAILABLE, RETRYABLE",
        "400, InvalidBucketName, REFUSED, PERMANENT",
        "400, BadDigest, UNAVAILABLE, RETRYABLE",
        "403, RequestTimeTooSkewed, UNAVAILABLE, RETRYABLE",
        "403, InvalidObjectState, REFUSED, PERMANENT",
        "403, ExpiredToken, UNAVAILABLE, RETRYABLE",
        "403, InvalidAccessKeyId, DENIED, CRITICAL",
        "409, ConditionalRequestConflict, UNAVAILABLE, RETRYABLE",
        "409, OperationAborted, UNAVAILABLE, RETRYABLE",
        "412, PreconditionFailed, CHANGED, RETRYABLE",
        "429, TooManyRequests, UNAVAILABLE, RETRYABLE",
        "500, InternalError, UNAVAILABLE, RETRYABLE",
        "503, SlowDown, UNAVAILABLE, RETRYABLE",
    })
    void an_error_of_the_store_has_a_code_a_severity_and_names_the_object(
            int status, String s3Code, String code, Severity severity) {
        try (var s3 = new UnkindS3(Manner.error(status, s3Code), QUICK)) {
            var store = new S3ObjectStore(s3.client());

            var read = (StoreProblem) store.get(Cancellation.never(), OBJECT, null, 100);
            var written = (StoreProblem) store.put(Cancellation.never(), OBJECT, bytes(), LABELS, ALWAYS);

            assertThat(read.code()).isEqualTo(code);
            assertThat(read.severity()).isEqualTo(severity);
            assertThat(read.message()).contains("uploads");
            if (!code.equals("MISSING")) { // what is to be written is not there
                assertThat(written.code()).isEqualTo(code);
                assertThat(((StoreProblem) store.delete(Cancellation.never(), OBJECT)).code())
                        .isEqualTo(code);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, DENIED, CRITICAL",
        "404, MISSING, PERMANENT",
        "409, UNAVAILABLE, RETRYABLE",
        "412, CHANGED, RETRYABLE",
        "400, UNAVAILABLE, RETRYABLE",
        "500, UNAVAILABLE, RETRYABLE",
        "503, UNAVAILABLE, RETRYABLE",
    })
    void an_answer_to_a_look_has_no_words_and_a_code_all_the_same(int status, String code, Severity severity) {
        try (var s3 = new UnkindS3(Manner.status(status), QUICK)) {
            var looked = (StoreProblem) new S3ObjectStore(s3.client()).head(Cancellation.never(), OBJECT);

            assertThat(looked.code()).isEqualTo(code);
            assertThat(looked.severity()).isEqualTo(severity);
            if (code.equals("DENIED")) {
                assertThat(looked.message()).contains("s3:GetObject (a guess", "s3:ListBucket");
            }
        }
    }

    @Test
    void where_s3_gives_no_reason_the_permission_of_the_call_is_guessed() {
        try (var s3 = new UnkindS3(Manner.error(403, "AccessDenied", "Access Denied"))) {
            var store = new S3ObjectStore(s3.client());
            var version = new ObjectId("uploads", "a/b.jpg", "v1");

            assertThat(message(store.get(Cancellation.never(), OBJECT, null, 100)))
                    .isEqualTo(
                            "access to s3://uploads/a/b.jpg is denied: allow the function s3:GetObject (a guess: S3 gives no"
                                    + " reason; without s3:ListBucket it answers the same for an object that is missing)");
            assertThat(message(store.get(Cancellation.never(), version, null, 100)))
                    .contains("s3:GetObjectVersion ");
            assertThat(message(store.put(Cancellation.never(), OBJECT, bytes(), LABELS, ALWAYS)))
                    .contains("allow the function s3:PutObject (a guess")
                    .doesNotContain("s3:ListBucket");
            assertThat(message(store.delete(Cancellation.never(), OBJECT))).contains("s3:DeleteObject (a guess");
            assertThat(message(store.delete(Cancellation.never(), version)))
                    .contains("s3:DeleteObjectVersion (a guess");
        }
    }

    @Test
    void where_s3_gives_a_reason_it_is_passed_on() {
        var reason = "User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: s3:ListBucket on"
                + " resource: \"arn:aws:s3:::uploads\" because no identity-based policy allows the s3:ListBucket action";
        try (var s3 = new UnkindS3(Manner.error(403, "AccessDenied", reason))) {
            assertThat(message(new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 100)))
                    .isEqualTo(
                            "access to s3://uploads/a/b.jpg is denied: allow the function s3:ListBucket; S3 says: 403"
                                    + " AccessDenied: " + reason);
        }
    }

    /// A new object gets the key of its bucket, so every other item has that problem too.
    @Test
    void the_kms_key_of_one_object_is_no_problem_of_the_others() {
        try (var s3 = new UnkindS3(Manner.error(
                403, "AccessDenied", "User: u is not authorized to perform: kms:Decrypt on resource: k"))) {
            var store = new S3ObjectStore(s3.client());

            var read = (StoreProblem) store.get(Cancellation.never(), OBJECT, null, 100);
            var written = (StoreProblem) store.put(Cancellation.never(), OBJECT, bytes(), LABELS, ALWAYS);

            assertThat(read.kind()).isEqualTo(Kind.KMS_DENIED);
            assertThat(read.severity()).isEqualTo(Severity.RETRYABLE);
            assertThat(read.message())
                    .startsWith(
                            "the function may not use the KMS key of s3://uploads/a/b.jpg: allow the function kms:Decrypt;"
                                    + " S3 says: 403 AccessDenied: User: u is not");
            assertThat(written.kind()).isEqualTo(Kind.DENIED);
            assertThat(written.severity()).isEqualTo(Severity.CRITICAL);
        }
    }

    @Test
    void a_conflict_with_a_condition_is_lost_and_without_one_it_passes() {
        try (var s3 = new UnkindS3(Manner.error(409, "ConditionalRequestConflict"), QUICK)) {
            var store = new S3ObjectStore(s3.client());

            assertThat(store.put(Cancellation.never(), OBJECT, bytes(), LABELS, new Condition.IfAbsent()))
                    .isEqualTo(new StoreProblem.Changed(OBJECT));
            assertThat(((StoreProblem) store.put(Cancellation.never(), OBJECT, bytes(), LABELS, ALWAYS)).kind())
                    .isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    void a_write_is_never_missing_an_object() {
        try (var s3 = new UnkindS3(Manner.error(404, "NoSuchKey"))) {
            var store = new S3ObjectStore(s3.client());

            assertThat(((StoreProblem) store.put(Cancellation.never(), OBJECT, bytes(), LABELS, ALWAYS)).kind())
                    .isEqualTo(Kind.UNAVAILABLE);
            assertThat(store.delete(Cancellation.never(), OBJECT)).isEqualTo(new Gone());
        }
    }

    private static MemorySegment bytes() {
        return Arena.ofAuto().allocate(5);
    }

    private static String message(Object result) {
        return ((StoreProblem) result).message();
    }
}
