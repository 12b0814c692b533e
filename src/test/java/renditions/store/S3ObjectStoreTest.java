package renditions.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Manner.Then.CLOSES;
import static renditions.testing.Manner.Then.STALLS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Severity;
import renditions.store.StoreProblem.Kind;
import renditions.testing.Manner;
import renditions.testing.UnkindS3;

/// The store against an S3 that misbehaves. Most of the time the client waits before it tries again.
@Execution(ExecutionMode.CONCURRENT)
class S3ObjectStoreTest {
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
        "409, ConditionalRequestConflict, CHANGED, RETRYABLE",
        "409, OperationAborted, UNAVAILABLE, RETRYABLE",
        "412, PreconditionFailed, CHANGED, RETRYABLE",
        "429, TooManyRequests, UNAVAILABLE, RETRYABLE",
        "500, InternalError, UNAVAILABLE, RETRYABLE",
        "503, SlowDown, UNAVAILABLE, RETRYABLE",
    })
    void an_error_of_the_store_has_a_code_a_severity_and_names_the_object(
            int status, String s3Code, String code, Severity severity) {
        try (var s3 = new UnkindS3(Manner.error(status, s3Code))) {
            var store = new S3ObjectStore(s3.client());

            var read = (StoreProblem) store.get(Cancellation.never(), OBJECT, null, 100);
            var written = (StoreProblem) store.put(Cancellation.never(), OBJECT, bytes(), LABELS, ALWAYS);

            assertThat(read.code()).isEqualTo(code);
            assertThat(read.severity()).isEqualTo(severity);
            assertThat(read.message()).contains("uploads");
            assertThat(written.code()).isEqualTo(code);
        }
    }

    @Test
    void denied_names_the_permission_it_takes() {
        try (var s3 = new UnkindS3(Manner.error(403, "AccessDenied"))) {
            var store = new S3ObjectStore(s3.client());
            var version = new ObjectId("uploads", "a/b.jpg", "v1");

            assertThat(message(store.get(Cancellation.never(), OBJECT, null, 100)))
                    .contains("allow the function s3:GetObject ");
            assertThat(message(store.get(Cancellation.never(), version, null, 100)))
                    .contains("s3:GetObjectVersion ");
            assertThat(message(store.put(Cancellation.never(), OBJECT, bytes(), LABELS, ALWAYS)))
                    .contains("s3:PutObject ");
        }
    }

    @Test
    void what_is_retryable_is_tried_again_and_nothing_else_is() {
        try (var busy = new UnkindS3(Manner.error(503, "SlowDown"));
                var denying = new UnkindS3(Manner.error(403, "AccessDenied"));
                var empty = new UnkindS3(Manner.error(404, "NoSuchKey"))) {
            new S3ObjectStore(busy.client()).get(Cancellation.never(), OBJECT, null, 100);
            new S3ObjectStore(denying.client()).get(Cancellation.never(), OBJECT, null, 100);
            new S3ObjectStore(empty.client()).get(Cancellation.never(), OBJECT, null, 100);

            assertThat(busy.calls()).hasSize(3);
            assertThat(denying.calls()).hasSize(1);
            assertThat(empty.calls()).hasSize(1);
        }
    }

    @Test
    void too_large_is_refused_before_the_first_byte() {
        try (var s3 = new UnkindS3(Manner.part(1_000_000_000, 0, STALLS))) {
            var fetched = new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 999_999_999);

            assertThat(fetched).isEqualTo(new StoreProblem.TooLarge(OBJECT, 1_000_000_000, 999_999_999));
            assertThat(message(fetched))
                    .isEqualTo("s3://uploads/a/b.jpg has 1,000,000,000 bytes, the limit is 999,999,999");
        }
    }

    @Test
    void a_body_that_breaks_off_is_a_retryable_problem() {
        try (var s3 = new UnkindS3(Manner.part(1_000_000, 70_000, CLOSES))) {
            var fetched = new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 1_000_000);

            assertThat(((StoreProblem) fetched).kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(message(fetched)).contains("broke off");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "never"})
    void an_uploader_may_have_written_anything_into_expires(String value) {
        try (var s3 = new UnkindS3(hello("Expires", value))) {
            var fetched = new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 100);

            assertThat(fetched).isInstanceOf(StoredObject.class);
        }
    }

    @Test
    void a_body_whose_checksum_is_wrong_is_a_retryable_problem() {
        try (var s3 = new UnkindS3(hello("x-amz-checksum-crc32", "AAAAAA=="))) {
            var fetched = new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 100);

            assertThat(((StoreProblem) fetched).kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(message(fetched)).contains("checksum");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_body_is_sent_with_its_checksum(boolean inNative) {
        var words = "123456789".getBytes(UTF_8);
        var bytes = inNative ? Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, words) : MemorySegment.ofArray(words);
        try (var s3 = new UnkindS3(Manner.object(Map.of(), new byte[0]))) {
            var written = new S3ObjectStore(s3.client()).put(Cancellation.never(), OBJECT, bytes, LABELS, ALWAYS);

            assertThat(written).isEqualTo(new Receipt("\"e\"", null));
            var call = requireNonNull(s3.last());
            assertThat(call.head().field("x-amz-trailer")).contains("x-amz-checksum-crc32");
            // CBF43926, the check value of CRC-32 ("A painless guide to CRC error detection algorithms", 1993).
            assertThat(call.body()).asString(UTF_8).contains("123456789", "x-amz-checksum-crc32:y/Q5Jg==");
        }
    }

    @Test
    void nothing_is_sent_once_the_cancellation_has_come() {
        var cancelled = new CancellationSource();
        cancelled.cancel();
        try (var s3 = new UnkindS3(Manner.error(500, "InternalError"))) {
            var store = new S3ObjectStore(s3.client());

            assertThat(store.get(cancelled, OBJECT, null, 100)).isEqualTo(new StoreProblem.Stopped(OBJECT));
            assertThat(store.put(cancelled, OBJECT, bytes(), LABELS, ALWAYS))
                    .isEqualTo(new StoreProblem.Stopped(OBJECT));
            assertThat(s3.calls()).isEmpty();
        }
    }

    @Test
    void a_download_that_waits_for_the_answer_is_stopped() {
        stopped(new Manner.Silent(), (store) -> cancellation -> store.get(cancellation, OBJECT, null, 100));
    }

    @Test
    void a_download_that_waits_for_the_body_is_stopped() {
        stopped(
                Manner.part(1_000_000, 70_000, STALLS),
                store -> cancellation -> store.get(cancellation, OBJECT, null, 1_000_000));
    }

    @Test
    void an_upload_that_waits_for_the_answer_is_stopped() {
        stopped(new Manner.Silent(), store -> cancellation -> store.put(cancellation, OBJECT, bytes(), LABELS, ALWAYS));
    }

    // Without the cancellation, the call would end with another problem after the client's ten seconds of silence.
    private static void stopped(Manner manner, Function<S3ObjectStore, Function<Cancellation, Object>> call) {
        var source = new CancellationSource();
        try (var s3 = new UnkindS3(manner);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var store = new S3ObjectStore(s3.client());
            var result = CompletableFuture.supplyAsync(() -> call.apply(store).apply(source), threads);
            Awaitility.await().until(() -> s3.calls().size() == 1);
            assertThat(result).isNotDone();

            source.cancel();

            assertThat(result.join()).isEqualTo(new StoreProblem.Stopped(OBJECT));
            assertThat(s3.calls()).hasSize(1);
        }
    }

    private static MemorySegment bytes() {
        return Arena.ofAuto().allocate(5);
    }

    /// An object of five bytes, with a header that a test chooses.
    private static Manner hello(String header, String value) {
        return Manner.object(Map.of(header, value), "hello".getBytes(UTF_8));
    }

    private static String message(Object result) {
        return ((StoreProblem) result).message();
    }
}
