package renditions.queue;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/// Makes clients for SQS, with the SDK's own HTTP client and shorter time-outs.
public final class SqsClients {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// How long a connection may be silent. The SDK's own value, 30 seconds, is longer than many invocations.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private SqsClients() {}

    /// The builder of a client. Its endpoint, region and credentials are the SDK's defaults (environment variables)
    /// unless the caller sets them. It makes up to three attempts at a call.
    ///
    /// @param connections how many at once at most, at least 1
    public static SqsClientBuilder builder(int connections) {
        return SqsClient.builder()
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(connections)
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(options -> options.retryStrategy(AwsRetryStrategy.standardRetryStrategy()));
    }
}
