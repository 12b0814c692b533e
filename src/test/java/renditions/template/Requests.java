package renditions.template;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context.BeforeTransmission;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Notes a client's requests to S3, and the permissions that they need. An unknown request fails: add it here, with
/// its permissions. Safe for use by many threads.
final class Requests implements ExecutionInterceptor {
    private final Set<String> operations = ConcurrentHashMap.newKeySet();
    private final Set<Permission> taken = ConcurrentHashMap.newKeySet();

    /// The client's methods that were called.
    Set<String> operations() {
        return operations;
    }

    /// The permissions that the requests so far need.
    Set<Permission> taken() {
        return taken;
    }

    /// Notes a permission that another request needs.
    void take(Permission permission) {
        taken.add(permission);
    }

    @Override
    public void beforeTransmission(BeforeTransmission call, ExecutionAttributes attributes) {
        operations.add(operation(call.request()));
        permissions(call.request()).forEach(taken::add);
    }

    private static String operation(SdkRequest request) {
        var name = request.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1, name.length() - "Request".length());
    }

    /// "Required permissions for Amazon S3 API operations" of the S3 user guide.
    private static Stream<Permission> permissions(SdkRequest request) {
        return switch (request) {
            case GetObjectRequest get -> reading(get.bucket(), get.key(), get.versionId());
            case HeadObjectRequest head -> reading(head.bucket(), head.key(), head.versionId());
            case ListObjectsV2Request list -> Stream.of(new Permission("s3:ListBucket", arn(list.bucket())));
            case PutObjectRequest put -> Stream.of(new Permission("s3:PutObject", arn(put.bucket() + "/" + put.key())));
            case DeleteObjectRequest delete ->
                Stream.of(new Permission(
                        delete.versionId() == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion",
                        arn(delete.bucket() + "/" + delete.key())));
            default -> throw new AssertionError("nobody has said which permissions " + operation(request) + " takes");
        };
    }

    /// Without the permission to list a bucket, S3 answers 403 for an object that is missing ("GetObject" and
    /// "HeadObject" of the API reference).
    private static Stream<Permission> reading(String bucket, String key, @Nullable String version) {
        return Stream.of(
                new Permission(version == null ? "s3:GetObject" : "s3:GetObjectVersion", arn(bucket + "/" + key)),
                new Permission("s3:ListBucket", arn(bucket)));
    }

    private static String arn(String resource) {
        return "arn:aws:s3:::" + resource;
    }
}
