package renditions.store;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Makes clients for S3: with the SDK's own HTTP client, TLS and checksums, and with shorter time-outs.
public final class S3Clients {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// How long a call waits for a free connection: as long as a batch may take. A cancellation ends the wait.
    private static final Duration FREE_CONNECTION = Duration.ofMinutes(15);

    private S3Clients() {}

    /// How long calls wait.
    ///
    /// @param silence how long a connection may be silent
    /// @param pause the longest pause before the second attempt; the pause before the third is at most twice as
    ///     long
    /// @param calmer the same if S3 asks for fewer requests
    public record Pace(Duration silence, Duration pause, Duration calmer) {
        /// The pauses are the SDK's. The SDK's longest silence, 30 seconds, is longer than many invocations.
        public static final Pace USUAL =
                new Pace(Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(1));
    }

    /// The builder of a client. Its endpoint, region and credentials are the SDK's defaults (environment variables)
    /// unless the caller sets them. It makes up to three attempts at a call, until too many calls fail.
    ///
    /// @param connections how many at once at most, at least 1
    public static S3ClientBuilder builder(int connections) {
        return builder(connections, Pace.USUAL);
    }

    private static S3ClientBuilder builder(int connections, Pace pace) {
        return S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(connections)
                        .connectionAcquisitionTimeout(FREE_CONNECTION)
                        .connectionTimeout(CONNECT)
                        .socketTimeout(pace.silence()))
                .overrideConfiguration(options -> options.retryStrategy(retries(pace)));
    }

    /// The same for an S3 that is not Amazon's; buckets are addressed by path.
    ///
    /// @param connections how many at once at most, at least 1
    /// @param endpoint the address of that S3
    public static S3ClientBuilder builder(int connections, URI endpoint) {
        return builder(connections, endpoint, Pace.USUAL);
    }

    /// The same at another pace.
    public static S3ClientBuilder builder(int connections, URI endpoint, Pace pace) {
        return builder(connections, pace).endpointOverride(endpoint).forcePathStyle(true);
    }

    /// The SDK's standard strategy; it also tries again what [S3Problems#isTransient].
    private static StandardRetryStrategy retries(Pace pace) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .retryOnException(S3Problems::isTransient)
                .backoffStrategy(doubling(pace.pause()))
                .throttlingBackoffStrategy(doubling(pace.calmer()))
                .build();
    }

    private static BackoffStrategy doubling(Duration pause) {
        return BackoffStrategy.exponentialDelay(pause, pause.multipliedBy(2));
    }
}
