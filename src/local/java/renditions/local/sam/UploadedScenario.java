package renditions.local.sam;

import java.io.PrintStream;
import java.nio.file.Path;
import renditions.local.LocalAccess;
import renditions.local.Scenario;
import renditions.local.WriteUploads;
import renditions.local.report.Words;
import renditions.store.ObjectId;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The buckets of an invocation.
///
/// @param s3 the client, which this record closes
record UploadedScenario(S3Client s3) implements AutoCloseable {
    static final String UPLOADS = WriteUploads.BUCKET;
    static final String RENDITIONS = "renditions";

    /// Makes the buckets and uploads the objects that the event names.
    void upload(Scenario scenario, PrintStream progress) {
        bucket(RENDITIONS);
        bucket(UPLOADS);
        progress.println("uploading " + Words.count(scenario.files().size(), "file"));
        scenario.files().forEach(this::upload);
    }

    private void upload(ObjectId object, Path file) {
        try {
            bucket(object.bucket());
            s3.putObject(request -> request.bucket(object.bucket()).key(object.key()), file);
        } catch (S3Exception refused) {
            // The store refuses this key, so the function will report the object as missing.
        }
    }

    private void bucket(String name) {
        try {
            s3.createBucket(request -> request.bucket(name)
                    .createBucketConfiguration(where -> where.locationConstraint(LocalAccess.REGION.id())));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException there) {
            // An existing bucket is used as it is.
        }
    }

    /// The renditions that are in the bucket now.
    RenditionList renditions() {
        return RenditionList.of(s3, RENDITIONS);
    }

    @Override
    public void close() {
        s3.close();
    }
}
