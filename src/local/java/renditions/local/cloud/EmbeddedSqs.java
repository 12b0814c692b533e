package renditions.local.cloud;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// An SQS in this process: real HTTP on a free port of 127.0.0.1, messages in memory until [#close()].
///
/// Visibility, receive counts, dead-letter queues and batch calls work like Amazon's; policies and signatures are
/// not checked.
public final class EmbeddedSqs implements AutoCloseable {
    /// The region in the ARNs of its queues.
    static final Region REGION = Region.EU_WEST_1;

    private final SQSRestServer server;
    private final int port;

    private EmbeddedSqs(SQSRestServer server) {
        this.server = server;
        port = server.waitUntilStarted().localAddress().getPort();
    }

    /// Starts an SQS without queues. It takes requests when this returns.
    ///
    /// @return owned by the caller, who closes it
    public static EmbeddedSqs start() {
        return new EmbeddedSqs(SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .withAWSRegion(REGION.id())
                .start());
    }

    /// A client of this SQS.
    ///
    /// @return owned by the caller, who closes it
    public SqsClient client() {
        return SqsClient.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(REGION)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    /// Stops listening and forgets every message. A second call does nothing.
    @Override
    public void close() {
        server.stopAndWait();
    }
}
