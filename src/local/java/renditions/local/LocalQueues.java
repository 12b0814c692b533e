package renditions.local;

import java.util.concurrent.CompletableFuture;
import renditions.local.cloud.EmbeddedSqs;
import software.amazon.awssdk.services.sqs.SqsClient;

/// An embedded SQS that starts in the background, beside the embedded S3.
record LocalQueues(CompletableFuture<EmbeddedSqs> server) implements AutoCloseable {
    static LocalQueues starting() {
        return new LocalQueues(CompletableFuture.supplyAsync(EmbeddedSqs::start));
    }

    /// A client; waits until the SQS has started.
    ///
    /// @return owned by the caller, who closes it
    SqsClient client() {
        return server.join().client();
    }

    @Override
    public void close() {
        server.join().close();
    }
}
