package renditions.template;

import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskResponse;

/// A client of SQS that takes everything, and notes the permissions that the requests need ("Amazon SQS API
/// permissions" of
/// the SQS developer guide, and "Configuring queue permissions" of its dead-letter queues). Other requests fail.
record NotingSqs(Requests requests) implements SqsClient {
    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        requests.take(new Permission("sqs:SendMessage", arn(request.queueUrl())));
        return SendMessageBatchResponse.builder()
                .successful(request.entries().stream()
                        .map(entry -> SendMessageBatchResultEntry.builder()
                                .id(entry.id())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        requests.take(new Permission("sqs:GetQueueAttributes", arn(request.queueUrl())));
        return GetQueueAttributesResponse.builder().attributes(Map.of()).build();
    }

    @Override
    public StartMessageMoveTaskResponse startMessageMoveTask(StartMessageMoveTaskRequest request) {
        Stream.of("sqs:StartMessageMoveTask", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
                .forEach(action -> requests.take(new Permission(action, request.sourceArn())));
        return StartMessageMoveTaskResponse.builder().build();
    }

    private static String arn(String url) {
        var parts = url.split("/", -1);
        return "arn:aws:sqs:eu-west-1:" + parts[parts.length - 2] + ":" + parts[parts.length - 1];
    }

    @Override
    public String serviceName() {
        return SqsClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
}
