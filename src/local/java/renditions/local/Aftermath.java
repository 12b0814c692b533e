package renditions.local;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import renditions.catalog.KeyLayout;
import renditions.catalog.Known;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.store.ObjectId;
import software.amazon.awssdk.services.s3.S3Client;

/// Looks at what lies in S3 when all messages about an upload are settled.
///
/// @param layout where renditions and manifests go
record Aftermath(S3Client s3, KeyLayout layout) {
    /// What is not of the newest content, each by its name for people; empty if all is right.
    ///
    /// @param etag of the newest content
    /// @param newest what was made of it
    List<String> stale(ObjectId upload, String etag, Made newest) {
        var stale = new ArrayList<String>();
        for (var rendition : newest.renditions()) {
            var lies = s3.headObject(request -> request.bucket(layout.bucket()).key(rendition.key()))
                    .eTag();
            if (!lies.replace("\"", "").equals(rendition.etag())) {
                stale.add(rendition.name() + " as " + rendition.format().id());
            }
        }
        if (!manifestNames(upload, etag)) {
            stale.add("the manifest");
        }
        return List.copyOf(stale);
    }

    private boolean manifestNames(ObjectId upload, String etag) {
        var place = layout.manifest(upload);
        var bytes = s3.getObjectAsBytes(
                        request -> request.bucket(place.bucket()).key(place.key()))
                .asByteArrayUnsafe();
        return Known.read(MemorySegment.ofArray(bytes)).orElse(null) instanceof Manifest manifest
                && manifest.origin().etag().equals(etag);
    }
}
