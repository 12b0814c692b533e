package renditions.local.sam;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import renditions.local.LocalAccess;
import renditions.local.Scenario;
import renditions.local.WriteUploads;
import renditions.local.report.Words;
import renditions.store.ObjectId;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The buckets of an invocation.
///
/// @param s3 the client, which this record closes
record UploadedScenario(S3Client s3) implements AutoCloseable {
    static final String UPLOADS = WriteUploads.BUCKET;
    static final String RENDITIONS = "renditions";

    private static final Duration PAUSE = Duration.ofMillis(500);

    /// Waits until the store answers: a container that was just started runs before its store does.
    ///
    /// @param most how long to wait
    /// @throws SdkClientException the first failure, if there is no answer by then
    void await(Duration most, PrintStream progress) {
        try {
            s3.listBuckets();
        } catch (SdkClientException silent) {
            progress.println("waiting until LocalStack answers, at most " + most.toSeconds() + " s");
            await(most, silent);
        }
    }

    private void await(Duration most, SdkClientException first) {
        try {
            Waiter.builder(ListBucketsResponse.class)
                    .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(_ -> true))
                    .addAcceptor(WaiterAcceptor.retryOnExceptionAcceptor(SdkClientException.class::isInstance))
                    .build()
                    .run(
                            s3::listBuckets,
                            options -> options.waitTimeout(most)
                                    .maxAttempts(Integer.MAX_VALUE)
                                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(PAUSE)));
        } catch (SdkClientException late) {
            first.addSuppressed(late);
            throw first;
        }
    }

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
