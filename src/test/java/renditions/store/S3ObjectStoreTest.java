package renditions.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Manner.Then.CLOSES;
import static renditions.testing.Manner.Then.STALLS;
import static renditions.testing.Paces.IMPATIENT;
import static renditions.testing.Paces.PONDEROUS;
import static renditions.testing.Paces.QUICK;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
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
        "503, SlowDown, 3",
        "409, OperationAborted, 3",
        "400, BadDigest, 3",
        "400, KMS.ThrottlingException, 3",
        "400, ExpiredToken, 1",
        "403, AccessDenied, 1",
        "404, NoSuchKey, 1",
        "412, PreconditionFailed, 1",
    })
    void what_may_pass_is_tried_again_and_nothing_else_is(int status, String code, int calls) {
        try (var s3 = new UnkindS3(Manner.error(status, code), QUICK)) {
            new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 100);

            assertThat(s3.calls()).hasSize(calls);
        }
    }

    @Test
    void too_large_is_refused_before_the_first_byte() {
        try (var s3 = new UnkindS3(Manner.part(1_000_000_000, 0, STALLS))) {
            var fetched = new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 999_999_999);

            assertThat(fetched).isInstanceOfSatisfying(StoreProblem.TooLarge.class, large -> {
                assertThat(large.object()).isEqualTo(OBJECT);
                assertThat(large.facts().length()).isEqualTo(1_000_000_000);
                assertThat(large.limit()).isEqualTo(999_999_999);
            });
            assertThat(message(fetched))
                    .isEqualTo("s3://uploads/a/b.jpg has 1,000,000,000 bytes, the limit is 999,999,999");
        }
    }

    @Test
    void a_body_that_breaks_off_each_time_is_a_retryable_problem() {
        try (var s3 = new UnkindS3(Manner.part(1_000_000, 70_000, CLOSES), QUICK)) {
            var fetched = new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 1_000_000);

            assertThat(((StoreProblem) fetched).kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(message(fetched)).contains("broke off");
            assertThat(s3.calls()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_body_that_breaks_off_once_is_downloaded_again(Manner.Then how) {
        try (var s3 = new UnkindS3(hello("Expires", "0"), how == STALLS ? IMPATIENT : QUICK)) {
            s3.treatOnce("GET", "/uploads/a/b.jpg", Manner.part(1_000_000, 70_000, how));

            var fetched = new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 1_000_000);

            assertThat(fetched).isInstanceOfSatisfying(StoredObject.class, object -> {
                assertThat(object.bytes().toArray(ValueLayout.JAVA_BYTE))
                        .asString(UTF_8)
                        .isEqualTo("hello");
                object.close();
            });
        }
    }

    @Test
    void the_cancellation_ends_the_pause_before_another_attempt() {
        var source = new CancellationSource();
        try (var s3 = new UnkindS3(Manner.part(1_000_000, 70_000, CLOSES), PONDEROUS);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var store = new S3ObjectStore(s3.client());
            var result = CompletableFuture.supplyAsync(() -> store.get(source, OBJECT, null, 1_000_000), threads);
            Awaitility.await().until(() -> s3.calls().size() == 1);

            source.cancel();

            assertThat(result.join()).isEqualTo(new StoreProblem.Stopped(OBJECT));
            assertThat(s3.calls()).hasSize(1);
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
    void a_body_whose_checksum_is_wrong_is_downloaded_again() {
        try (var s3 = new UnkindS3(hello("x-amz-checksum-crc32", "AAAAAA=="), QUICK)) {
            var fetched = new S3ObjectStore(s3.client()).get(Cancellation.never(), OBJECT, null, 100);

            assertThat(((StoreProblem) fetched).kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(message(fetched)).contains("checksum");
            assertThat(s3.calls()).hasSize(3);
        }
    }

    @Test
    void an_answer_without_the_facts_of_an_object_is_a_retryable_problem() {
        try (var s3 = new UnkindS3(Manner.whole(200, Map.of(), "hello".getBytes(UTF_8)))) {
            var store = new S3ObjectStore(s3.client());

            assertThat(message(store.get(Cancellation.never(), OBJECT, null, 100)))
                    .contains("lacks the ETag");
            assertThat(message(store.put(Cancellation.never(), OBJECT, bytes(), LABELS, ALWAYS)))
                    .contains("lacks the ETag");
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
            assertThat(store.head(cancelled, OBJECT)).isEqualTo(new StoreProblem.Stopped(OBJECT));
            assertThat(store.delete(cancelled, OBJECT)).isEqualTo(new StoreProblem.Stopped(OBJECT));
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
