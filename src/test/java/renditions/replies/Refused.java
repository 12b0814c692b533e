package renditions.replies;

import java.util.List;

/// Events that are refused.
final class Refused {
    static final List<String> ALL = List.of(
            "hello",
            "[]",
            "{}",
            "{\"key1\":\"value1\"}",
            "{\"Records\":[{\"eventSource\":\"aws:kinesis\"}]}",
            "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"body\":\"{}\"}]}",
            "{\"Records\":[{\"EventSource\":\"aws:sns\"}]}",
            "{\"source\":\"aws.ec2\",\"detail-type\":\"EC2 Instance State-change Notification\"}",
            "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"detail\":{\"version\":\"1\"}}",
            "{\"invocationSchemaVersion\":\"3.0\",\"invocationId\":\"i\",\"tasks\":[]}",
            "{\"invocationSchemaVersion\":\"2.0\",\"invocationId\":\"i\",\"tasks\":[{\"s3Key\":\"a.jpg\"}]}",
            "{\"source\":\"aws.scheduler\",\"detail-type\":\"Scheduled Event\",\"detail\":\"{}\"}",
            "{\"reprocess\":{\"prefix\":\"inbox/\"}}");

    private Refused() {}
}
