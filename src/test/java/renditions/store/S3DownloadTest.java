package renditions.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Who owns what a download reads.
class S3DownloadTest {
    private final S3Download download = new S3Download(new ObjectId("in", "a.jpg"), 100);
    private final AtomicInteger aborted = new AtomicInteger();

    @Test
    void what_is_handed_over_is_the_callers() {
        var object = read("hello");

        download.handOver(object);
        download.close();

        assertThat(object.bytes().scope().isAlive()).isTrue();
        object.close();
    }

    /// The SDK looks whether its thread was interrupted after it has come here, too.
    @Test
    void what_the_call_did_not_hand_over_is_freed() {
        var object = read("hello");

        download.close();

        assertThat(object.bytes().scope().isAlive()).isFalse();
    }

    @Test
    void another_attempt_frees_what_the_one_before_it_read() {
        var first = read("hello");
        var second = read("hello");

        assertThat(first.bytes().scope().isAlive()).isFalse();
        assertThat(second.bytes().scope().isAlive()).isTrue();
        download.close();
    }

    @Test
    void a_body_that_breaks_off_is_aborted_and_worth_another_attempt() {
        assertThatThrownBy(() -> read("he"))
                .isInstanceOf(RetryableException.class)
                .hasMessage("the download broke off: it ended after 2 of 5 bytes");
        assertThatThrownBy(() -> read("hello, world"))
                .isInstanceOf(RetryableException.class)
                .hasMessage("the download broke off: it is longer than the 5 bytes that were announced");
        assertThat(aborted).hasValue(2);
    }

    @Test
    void a_body_whose_reader_was_stopped_is_not_worth_another() {
        var stopped = AbortedException.create("interrupted");

        assertThatThrownBy(() -> transform(new InputStream() {
                    @Override
                    public int read() {
                        throw stopped;
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        throw stopped;
                    }
                }))
                .isSameAs(stopped);
        assertThat(aborted).hasValue(1);
    }

    private StoredObject read(String body) {
        return (StoredObject) transform(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private Fetched transform(InputStream body) {
        var head = GetObjectResponse.builder()
                .eTag("\"e\"")
                .contentLength(5L)
                .lastModified(Instant.EPOCH)
                .build();
        return requireNonNull(download.transform(head, AbortableInputStream.create(body, aborted::incrementAndGet)));
    }
}
