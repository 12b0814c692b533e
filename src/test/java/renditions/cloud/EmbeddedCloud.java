package renditions.cloud;

import java.net.URI;
import renditions.local.EmbeddedS3;
import renditions.local.cloud.EmbeddedSqs;
import renditions.local.cloud.UploadQueue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The embedded cloud, in this process.
record EmbeddedCloud(EmbeddedS3 store, EmbeddedSqs queues, S3Client s3, SqsClient sqs) implements Cloud {
    static EmbeddedCloud start() {
        var store = EmbeddedS3.start();
        var queues = EmbeddedSqs.start();
        return new EmbeddedCloud(store, queues, store.client(), queues.client());
    }

    @Override
    public URI s3Endpoint() {
        return store.endpoint();
    }

    @Override
    public void notify(String bucket, UploadQueue queue) {
        store.notify(bucket, queue);
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        queues.close();
        store.close();
    }
}
