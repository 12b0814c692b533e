package renditions.local.sam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

class UploadedScenarioTest {
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @Test
    void a_store_that_answers_is_not_waited_for() {
        var store = new Starting(0);

        await(store, Duration.ZERO);

        assertThat(progress.toString(UTF_8)).isEmpty();
        assertThat(store.calls).isEqualTo(1);
    }

    @Test
    void a_store_that_starts_is_waited_for() {
        var store = new Starting(2);

        await(store, Duration.ofHours(1));

        assertThat(progress.toString(UTF_8)).isEqualTo("waiting until LocalStack answers, at most 3600 s\n");
        assertThat(store.calls).isEqualTo(3);
    }

    @Test
    void a_store_that_never_answers_is_given_up_with_its_first_failure() {
        assertThatThrownBy(() -> await(new Starting(Integer.MAX_VALUE), Duration.ofMillis(1)))
                .isInstanceOf(SdkClientException.class)
                .hasMessage("refused 1");
    }

    private void await(S3Client store, Duration most) {
        try (var scenario = new UploadedScenario(store)) {
            scenario.await(most, new PrintStream(progress, true, UTF_8));
        }
    }

    /// A store whose first calls fail because nobody listens yet.
    private static final class Starting implements S3Client {
        private final int refused;
        private int calls;

        Starting(int refused) {
            this.refused = refused;
        }

        @Override
        public ListBucketsResponse listBuckets(ListBucketsRequest request) {
            calls++;
            if (calls <= refused) {
                throw SdkClientException.create("refused " + calls);
            }
            return ListBucketsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
