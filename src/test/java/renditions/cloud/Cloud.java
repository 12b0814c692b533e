package renditions.cloud;

import java.net.URI;
import renditions.local.cloud.UploadQueue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// S3 and SQS, where the one notifies the other.
interface Cloud extends AutoCloseable {
    /// Where S3 listens; buckets are addressed by path.
    URI s3Endpoint();

    /// A client of its S3; closed with the cloud.
    S3Client s3();

    /// A client of its SQS; closed with the cloud.
    SqsClient sqs();

    /// Has a bucket that is there send its `s3:ObjectCreated:*` notifications to the queue.
    void notify(String bucket, UploadQueue queue);

    @Override
    void close();
}
