package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import renditions.catalog.EntityTag;
import renditions.local.replay.Picture;
import renditions.local.replay.PictureStore;
import renditions.store.ObjectId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Puts files where they go.
///
/// @param client of the same S3
record Uploading(EmbeddedS3 s3, S3Client client) implements PictureStore {
    /// Uploads files, in their order.
    ///
    /// @param files by where they go
    /// @return the reason for each file that this store does not take
    Map<ObjectId, String> of(Map<ObjectId, Path> files) {
        var refused = new LinkedHashMap<ObjectId, String>();
        files.forEach((object, file) -> {
            if (put(object, file) instanceof Picture.Refused(var _, var why)) {
                refused.put(object, why);
            }
        });
        return refused;
    }

    /// Uploads a file.
    @Override
    public Picture put(ObjectId object, Path file) {
        if (object.key().getBytes(UTF_8).length > ObjectId.LONGEST_KEY_BYTES) {
            return new Picture.Refused(
                    file, String.format(Locale.ROOT, "S3 takes keys of up to %,d bytes", ObjectId.LONGEST_KEY_BYTES));
        }
        try {
            s3.createBucket(object.bucket());
            var stored =
                    client.putObject(request -> request.bucket(object.bucket()).key(object.key()), file);
            return new Picture.Stored(file, EntityTag.bare(stored.eTag()));
        } catch (SdkException problem) {
            return new Picture.Refused(file, "the embedded S3 does not take it: " + reason(problem));
        }
    }

    /// The reason why a key was refused. Some keys are refused before their bytes are read. Race: the client either
    /// reads the answer, or is still writing and finds the connection closed.
    private static String reason(SdkException problem) {
        return problem instanceof S3Exception answer
                ? answer.awsErrorDetails().errorMessage()
                : String.valueOf(problem.getMessage());
    }
}
