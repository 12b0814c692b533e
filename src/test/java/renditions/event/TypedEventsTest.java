package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3BatchEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.Events;

/// Lambda's own classes read the same from the files of `events/` as the function does.
final class TypedEventsTest {
    /// What both readings say of an upload or a removal.
    ///
    /// @param etag null of a removal and of a task
    private record Said(
            String delivery,
            String bucket,
            String key,
            @Nullable String version,
            @Nullable String etag,
            @Nullable String sequencer) {}

    @ParameterizedTest
    @ValueSource(strings = {"five-uploads-third-corrupt.json", "removals.json", "fifo-two-groups.json"})
    void a_batch_of_sqs(String file) {
        var typed = typed(SQSEvent.class, file).getRecords().stream()
                .flatMap(message -> notified(message.getMessageId(), message.getBody()));
        assertThat(typed.toList()).isNotEmpty().isEqualTo(read(file));
    }

    @Test
    void a_notification_of_s3() {
        var typed = typed(S3Event.class, "s3-direct.json").getRecords().stream()
                .map(record -> said("event", record))
                .toList();
        assertThat(typed).isNotEmpty().isEqualTo(read("s3-direct.json"));
    }

    @Test
    void a_message_of_sns() {
        var typed = typed(SNSEvent.class, "sns-direct.json").getRecords().stream()
                .map(SNSEvent.SNSRecord::getSNS)
                .flatMap(message -> notified(message.getMessageId(), message.getMessage()))
                .toList();
        assertThat(typed).isNotEmpty().isEqualTo(read("sns-direct.json"));
    }

    /// There is no class for these; the one for schedules fits, as long as the detail is an object.
    @ParameterizedTest
    @ValueSource(strings = {"eventbridge-direct.json", "eventbridge-direct-corrupt.json"})
    void an_event_of_eventbridge(String file) {
        var typed = typed(ScheduledEvent.class, file);
        var object = (Map<?, ?>) part(typed.getDetail(), "object");
        assertThat(typed.getDetailType()).isEqualTo("Object Created");
        assertThat(List.of(new Said(
                        typed.getId(),
                        String.valueOf(part((Map<?, ?>) part(typed.getDetail(), "bucket"), "name")),
                        String.valueOf(part(object, "key")),
                        (String) object.get("version-id"),
                        (String) object.get("etag"),
                        (String) object.get("sequencer"))))
                .isEqualTo(read(file));
    }

    @Test
    void tasks_of_both_schemas() {
        var first = typed(S3BatchEvent.class, "batch-operations-1.0.json").getTasks().stream()
                .map(task -> task(
                        task.getTaskId(),
                        task.getS3BucketArn().replaceFirst(".*:", ""),
                        task.getS3Key(),
                        task.getS3VersionId()))
                .toList();
        var second = typed(S3BatchEventV2.class, "batch-operations-2.0.json").getTasks().stream()
                .limit(3) // the key of the fourth has a bad escape
                .map(task -> task(task.getTaskId(), task.getS3Bucket(), task.getS3Key(), task.getS3VersionId()))
                .toList();
        assertThat(first).hasSize(2).isEqualTo(read("batch-operations-1.0.json"));
        assertThat(second).hasSize(3).isEqualTo(read("batch-operations-2.0.json"));
    }

    private static Object part(Map<?, ?> whole, String field) {
        return Objects.requireNonNull(whole.get(field), field);
    }

    private static Said task(String id, String bucket, String key, @Nullable String version) {
        return new Said(id, bucket, URLDecoder.decode(key, StandardCharsets.UTF_8), version, null, null);
    }

    private static Stream<Said> notified(String delivery, String body) {
        return LambdaEventSerializers.serializerFor(S3EventNotification.class, TypedEventsTest.class.getClassLoader())
                .fromJson(body)
                .getRecords()
                .stream()
                .map(record -> said(delivery, record));
    }

    private static Said said(String delivery, S3EventNotification.S3EventNotificationRecord record) {
        var object = record.getS3().getObject();
        return new Said(
                delivery,
                record.getS3().getBucket().getName(),
                object.getUrlDecodedKey(),
                object.getVersionId().isEmpty() ? null : object.getVersionId(), // where there is none it says ""
                record.getEventName().startsWith("ObjectCreated:") ? object.geteTag() : null,
                object.getSequencer());
    }

    private static <T> T typed(Class<T> type, String file) {
        return LambdaEventSerializers.serializerFor(type, TypedEventsTest.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(Events.file(file)));
    }

    private static List<Said> read(String file) {
        return new InvocationReader()
                .read(Events.file(file)).deliveries().stream()
                        .flatMap(delivery ->
                                delivery.entries().stream().flatMap(entry -> said(delivery.id(), entry).stream()))
                        .toList();
    }

    private static List<Said> said(String delivery, Entry entry) {
        return switch (entry) {
            case Upload(var object, var etag, var _, var sequencer, var _) ->
                List.of(new Said(delivery, object.bucket(), object.key(), object.version(), etag, sequencer));
            case Removal(var object, var sequencer) ->
                List.of(new Said(delivery, object.bucket(), object.key(), object.version(), null, sequencer));
            case Entry.Ignored _, Entry.Unreadable _ -> List.of();
        };
    }
}
