package renditions.local.cloud;

import java.time.Duration;
import java.util.Optional;

/// The settings of an event source mapping, with the limits of "Creating and configuring an Amazon SQS event source
/// mapping" of the Lambda developer guide.
///
/// @param batchSize the most messages of a batch, 1 to 10,000
/// @param window how long a batch is filled, at most 5 minutes; at least 1 s for batches of more than 10
/// @param concurrency how many batches the function works on at once. Lambda allows 2 to 1,000; here 1 is allowed
///     too, because it is easier to follow
/// @param timeout the function's time-out; not longer than the queue's visibility time-out
/// @param redelivery how long after an answer messages that were not deleted are redelivered, in whole seconds;
///     empty for the queue's visibility time-out, as on AWS
public record MappingSettings(
        int batchSize, Duration window, int concurrency, Duration timeout, Optional<Duration> redelivery) {
    public MappingSettings {
        require(batchSize >= 1 && batchSize <= 10_000, "a batch has 1 to 10,000 messages, not " + batchSize);
        require(
                !window.isNegative() && window.compareTo(Duration.ofMinutes(5)) <= 0,
                "a batch is filled for up to 5 minutes, not " + window);
        require(
                batchSize <= 10 || window.toSeconds() >= 1,
                "a batch of more than 10 messages must be filled for 1 second or more, not " + window);
        require(concurrency >= 1 && concurrency <= 1000, "1 to 1,000 batches may be under way, not " + concurrency);
    }

    static void require(boolean right, String sentence) {
        if (!right) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
