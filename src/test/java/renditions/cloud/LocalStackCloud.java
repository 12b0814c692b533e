package renditions.cloud;

import java.net.URI;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import renditions.local.LocalAccess;
import renditions.local.cloud.UploadQueue;
import renditions.testing.NeedsDocker;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;

/// LocalStack in a container.
record LocalStackCloud(LocalStackContainer container, S3Client s3, SqsClient sqs) implements Cloud {
    static LocalStackCloud start() {
        var container = new LocalStackContainer(DockerImageName.parse(NeedsDocker.LOCALSTACK_IMAGE))
                .withServices("s3", "sqs")
                .withEnv("EAGER_SERVICE_LOADING", "1");
        container.start();
        return new LocalStackCloud(
                container, LocalAccess.client(container.getEndpoint()), sqs(container.getEndpoint()));
    }

    private static SqsClient sqs(URI endpoint) {
        return SqsClient.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .endpointOverride(endpoint)
                .region(LocalAccess.REGION)
                .credentialsProvider(StaticCredentialsProvider.create(LocalAccess.CREDENTIALS))
                .build();
    }

    @Override
    public URI s3Endpoint() {
        return container.getEndpoint();
    }

    @Override
    public void notify(String bucket, UploadQueue queue) {
        var changes = QueueConfiguration.builder()
                .queueArn(queue.arn())
                .events(Event.S3_OBJECT_CREATED, Event.S3_OBJECT_REMOVED)
                .build();
        s3.putBucketNotificationConfiguration(
                request -> request.bucket(bucket).notificationConfiguration(it -> it.queueConfigurations(changes)));
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        container.stop();
    }
}
