package renditions.local.cloud;

import java.time.Duration;
import java.util.Optional;

/// How an event source mapping takes messages from its queue, with the limits of "Creating and configuring an Amazon
/// SQS event source mapping" of the Lambda developer guide.
///
/// @param batchSize the most messages of a batch, 1 to 10,000
/// @param window how long a batch is filled, up to 5 minutes; at least 1 s for batches of more than 10
/// @param concurrency how many batches are with the function at once. Lambda allows 2 to 1,000; one is for people
///     who want to follow
/// @param timeout of the function; not longer than the queue's visibility time-out
/// @param redelivery after what time messages that were not deleted are redelivered, in whole seconds; empty: after the
///     queue's visibility time-out, as on AWS, which is minutes: too long for somebody who watches
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

    /// The same for a function with another time-out.
    public MappingSettings withTimeout(Duration other) {
        return new MappingSettings(batchSize, window, concurrency, other, redelivery);
    }

    static void require(boolean right, String sentence) {
        if (!right) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
