package renditions.store;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Makes clients for S3: with the SDK's own HTTP client, TLS and checksums, and with shorter time-outs.
public final class S3Clients {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// How long a connection may be silent. The SDK's default, 30 seconds, is longer than many invocations.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /// How long a call waits for a free connection: as long as a batch may take. A cancellation ends the wait.
    private static final Duration FREE_CONNECTION = Duration.ofMinutes(15);

    private S3Clients() {}

    /// The builder of a client. Its endpoint, region and credentials are the SDK's defaults (environment variables)
    /// unless the caller sets them. It tries a call three times, with the SDK's standard back-off.
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

    /// The same for an S3 that is not Amazon's; buckets are addressed by path.
    ///
    /// @param connections how many at once at most, at least 1
    /// @param endpoint the address of that S3
    public static S3ClientBuilder builder(int connections, URI endpoint) {
        return builder(connections).endpointOverride(endpoint).forcePathStyle(true);
    }
}
