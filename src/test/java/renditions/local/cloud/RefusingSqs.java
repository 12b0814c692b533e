package renditions.local.cloud;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/// An SQS that refuses to delete the second of the first messages.
record RefusingSqs(SqsClient sqs, AtomicInteger deletions) implements SqsClient {
    RefusingSqs(SqsClient sqs) {
        this(sqs, new AtomicInteger());
    }

    @Override
    public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
        if (deletions.getAndIncrement() > 0) {
            return sqs.deleteMessageBatch(request);
        }
        var entries = request.entries().stream()
                .filter(entry -> !entry.id().equals("1"))
                .toList();
        sqs.deleteMessageBatch(request.toBuilder().entries(entries).build());
        return DeleteMessageBatchResponse.builder()
                .failed(BatchResultErrorEntry.builder()
                        .id("1")
                        .code("InternalError")
                        .senderFault(false)
                        .build())
                .build();
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        return sqs.receiveMessage(request);
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        return sqs.changeMessageVisibilityBatch(request);
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        return sqs.getQueueAttributes(request);
    }

    @Override
    public String serviceName() {
        return sqs.serviceName();
    }

    @Override
    public void close() {}
}
