package renditions.cloud;

import java.net.URI;
import renditions.local.cloud.UploadQueue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// S3 and SQS; S3 notifies SQS.
interface Cloud extends AutoCloseable {
    /// The address of S3; buckets are addressed by path.
    URI s3Endpoint();

    /// A client of its S3; closed with the cloud.
    S3Client s3();

    /// A client of its SQS; closed with the cloud.
    SqsClient sqs();

    /// Makes an existing bucket send its `s3:ObjectCreated:*` and `s3:ObjectRemoved:*` notifications to the queue.
    void notify(String bucket, UploadQueue queue);

    @Override
    void close();
}
