package renditions.template;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// An S3 that holds a few objects and notes which permissions each request takes. An operation that it does not know
/// fails: then it must learn it, and what it takes.
final class RecordingS3 {
    private final Map<String, byte[]> objects;
    private final Set<String> operations = ConcurrentHashMap.newKeySet();
    private final Set<Permission> taken = ConcurrentHashMap.newKeySet();

    /// @param objects contents by `bucket/key`
    RecordingS3(Map<String, byte[]> objects) {
        this.objects = objects;
    }

    S3Client client() {
        return (S3Client)
                Proxy.newProxyInstance(S3Client.class.getClassLoader(), new Class<?>[] {S3Client.class}, this::answer);
    }

    /// The client's methods that were called.
    Set<String> operations() {
        return operations;
    }

    /// What a role must allow for the requests so far.
    Set<Permission> taken() {
        return taken;
    }

    private @Nullable Object answer(Object client, Method method, Object @Nullable [] arguments) {
        if (arguments == null) {
            return null; // it is closed
        }
        operations.add(method.getName());
        var request = (SdkRequest) arguments[0];
        var bucket = field(request, "Bucket");
        var place = bucket + "/" + field(request, "Key");
        permissions(method.getName(), request)
                .map(action -> new Permission(action, "arn:aws:s3:::" + (action.endsWith("Bucket") ? bucket : place)))
                .forEach(taken::add);
        return request instanceof GetObjectRequest
                ? get(place)
                : PutObjectResponse.builder().eTag("\"e\"").build();
    }

    /// "Required permissions for Amazon S3 API operations" of the S3 user guide. Without the right to list a bucket S3
    /// answers 403 for what is missing there ("GetObject" of the API reference).
    private static Stream<String> permissions(String operation, SdkRequest request) {
        return switch (operation) {
            case "getObject" ->
                Stream.of(
                        request.getValueForField("VersionId", String.class).isPresent()
                                ? "s3:GetObjectVersion"
                                : "s3:GetObject",
                        "s3:ListBucket");
            case "putObject" -> Stream.of("s3:PutObject");
            default -> throw new AssertionError("nobody has said which permissions " + operation + " takes");
        };
    }

    private ResponseInputStream<GetObjectResponse> get(String place) {
        var bytes = objects.get(place);
        if (bytes == null) {
            throw NoSuchKeyException.builder()
                    .awsErrorDetails(
                            AwsErrorDetails.builder().errorCode("NoSuchKey").build())
                    .statusCode(404)
                    .build();
        }
        var head = GetObjectResponse.builder()
                .contentLength((long) bytes.length)
                .eTag("\"e\"")
                .build();
        return new ResponseInputStream<>(head, AbortableInputStream.create(new ByteArrayInputStream(bytes)));
    }

    private static String field(SdkRequest request, String name) {
        return request.getValueForField(name, String.class).orElse("");
    }
}
