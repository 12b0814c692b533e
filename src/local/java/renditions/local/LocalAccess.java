package renditions.local;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import renditions.lambda.Wiring;
import renditions.store.S3Clients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Access to an S3 on your own machine: to the embedded one, from its process and from others, and to LocalStack,
/// which takes any credentials. No real keys are handed to a container.
public final class LocalAccess {
    /// The credentials for requests; they are valid nowhere else.
    public static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("local", "local-secret");

    /// The region that requests are signed for.
    public static final Region REGION = Region.EU_WEST_1;

    private LocalAccess() {}

    /// A client, configured as for Amazon's S3 otherwise.
    ///
    /// @param endpoint the address of the S3
    /// @return owned by the caller, who closes it
    public static S3Client client(URI endpoint) {
        return client(endpoint, S3Clients.Pace.USUAL);
    }

    /// The same at another pace.
    ///
    /// @param endpoint the address of the S3
    /// @return owned by the caller, who closes it
    public static S3Client client(URI endpoint, S3Clients.Pace pace) {
        return builder(endpoint, pace).build();
    }

    /// The same, which tells what it is asked for.
    ///
    /// @param listener hears of each call
    static S3Client client(URI endpoint, S3Clients.Pace pace, ExecutionInterceptor listener) {
        var builder = builder(endpoint, pace);
        return builder.overrideConfiguration(
                        builder.overrideConfiguration().copy(options -> options.addExecutionInterceptor(listener)))
                .build();
    }

    private static S3ClientBuilder builder(URI endpoint, S3Clients.Pace pace) {
        return S3Clients.builder(Wiring.connections(), endpoint, pace)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS));
    }

    /// The environment variables for another process that signs requests.
    public static Map<String, String> variables() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", CREDENTIALS.secretAccessKey(),
                "AWS_REGION", REGION.id(),
                "AWS_DEFAULT_REGION", REGION.id());
    }

    /// The same for a process that is to use this S3.
    ///
    /// @param endpoint the address of the S3
    public static Map<String, String> variables(URI endpoint) {
        var all = new HashMap<>(variables());
        all.put("AWS_ENDPOINT_URL_S3", endpoint.toString());
        return Map.copyOf(all);
    }
}
