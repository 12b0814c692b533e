package renditions.architecture.planted.store;

import java.lang.foreign.MemorySegment;
import renditions.architecture.planted.batch.Cancellation;
import software.amazon.awssdk.services.s3.S3Client;

/// Keeps the rules: native memory may be carried here.
public record Bucket(S3Client client, MemorySegment bytes, Cancellation cancellation) {}
