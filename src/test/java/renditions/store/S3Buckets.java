package renditions.store;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// The buckets of [StoreContract] in an S3.
final class S3Buckets {
    private S3Buckets() {}

    static void create(S3Client s3) {
        s3.createBucket(request -> request.bucket(StoreContract.BUCKET));
        s3.createBucket(request -> request.bucket(StoreContract.VERSIONED));
        s3.putBucketVersioning(request -> request.bucket(StoreContract.VERSIONED)
                .versioningConfiguration(it -> it.status(BucketVersioningStatus.ENABLED)));
    }
}
