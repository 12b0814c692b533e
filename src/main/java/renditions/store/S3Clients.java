package renditions.store;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// How this function talks to S3: the SDK's own HTTP client, TLS and checksums, with shorter time-outs.
public final class S3Clients {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// How long a connection may be silent. S3 answers within tens of milliseconds; the SDK's own 30 seconds are
    /// more than many an invocation has.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /// How long a call waits for one of the connections: as long as a batch may take. A cancellation ends the
    /// wait.
    private static final Duration FREE_CONNECTION = Duration.ofMinutes(15);

    private S3Clients() {}

    /// The beginning of a client; where and as whom it connects is the SDK's default (environment variables)
    /// unless the caller adds to it. Tries a call three times, with the SDK's standard back-off.
    ///
    /// @param connections how many at once at most, at least 1
    public static S3ClientBuilder builder(int connections) {
        return S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(connections)
                        .connectionAcquisitionTimeout(FREE_CONNECTION)
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(options -> options.retryStrategy(RetryMode.STANDARD));
    }

    /// The beginning of a client for an S3 that is not Amazon's; buckets are addressed by path. Otherwise the same.
    ///
    /// @param connections how many at once at most, at least 1
    /// @param endpoint where it listens
    public static S3ClientBuilder builder(int connections, URI endpoint) {
        return builder(connections).endpointOverride(endpoint).forcePathStyle(true);
    }
}
