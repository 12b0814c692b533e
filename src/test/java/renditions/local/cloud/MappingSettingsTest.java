package renditions.local.cloud;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MappingSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S|1|a batch has 1 to 10,000 messages, not 0",
                "10001|PT1S|1|a batch has 1 to 10,000 messages, not 10001",
                "10|PT-1S|1|a batch is filled for up to 5 minutes, not PT-1S",
                "10|PT301S|1|a batch is filled for up to 5 minutes, not PT5M1S",
                "11|PT0.9S|1|a batch of more than 10 messages must be filled for 1 second or more, not PT0.9S",
                "10|PT0S|0|1 to 1,000 batches may be under way, not 0",
                "10|PT0S|1001|1 to 1,000 batches may be under way, not 1001"
            })
    void what_lambda_refuses_is_refused(int size, Duration window, int concurrency, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(size, window, concurrency))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"1,PT0S,1", "10,PT0S,1000", "11,PT1S,2", "10000,PT5M,2"})
    void what_lambda_allows_is_allowed(int size, Duration window, int concurrency) {
        settings(size, window, concurrency);
    }

    private static MappingSettings settings(int size, Duration window, int concurrency) {
        return new MappingSettings(size, window, concurrency, Duration.ofSeconds(1), Optional.empty());
    }
}
