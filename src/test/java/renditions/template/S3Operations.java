package renditions.template;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import renditions.batch.Cancellation;
import software.amazon.awssdk.services.s3.S3Client;

/// The operations of S3 that the code on Lambda uses anywhere, read from its bytecode.
final class S3Operations {
    private S3Operations() {}

    /// The methods of the client that are called or referred to, except those that build or close it.
    static Set<String> called() {
        var onLambda = Cancellation.class.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter()
                .importUrl(onLambda).stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().isAssignableTo(S3Client.class))
                        .map(JavaAccess::getName)
                        .filter(name -> !Set.of("builder", "close").contains(name))
                        .collect(Collectors.toSet());
    }
}
