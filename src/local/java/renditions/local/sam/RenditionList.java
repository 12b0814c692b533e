package renditions.local.sam;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import renditions.event.Invocation;
import renditions.event.Upload;
import renditions.local.report.Harmless;
import renditions.local.report.Words;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The renditions in a bucket.
///
/// @param sizes in bytes, by the key of each rendition
record RenditionList(SequencedMap<String, Long> sizes) {
    static final String PREFIX = "renditions/";

    /// Lists the bucket. Keys are sent encoded, because XML has no control characters; the SDK decodes them.
    static RenditionList of(S3Client s3, String bucket) {
        var sizes = s3
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(PREFIX).encodingType(EncodingType.URL))
                .contents()
                .stream()
                .collect(Collectors.toMap(S3Object::key, S3Object::size, Long::sum, TreeMap::new));
        return new RenditionList(sizes);
    }

    /// For each upload of an invocation, a line with its key, and a line with its renditions, if there are any.
    ///
    /// @param unicode whether the reader's screen shows more than ASCII
    List<String> lines(Invocation invocation, boolean unicode) {
        var keys = new LinkedHashSet<String>();
        for (var entry : invocation.entries()) {
            if (entry instanceof Upload upload) {
                keys.add(upload.object().key());
            }
        }
        return keys.stream()
                .flatMap(key -> {
                    var made = made(key);
                    var head = Harmless.text(key, unicode) + ": " + Words.count(made.size(), "rendition");
                    return made.isEmpty()
                            ? List.of(head).stream()
                            : List.of(head, "  " + String.join(", ", made)).stream();
                })
                .toList();
    }

    /// The renditions of an upload: those right below its key; deeper ones belong to other uploads.
    private List<String> made(String key) {
        var folder = PREFIX + key + "/";
        return sizes.entrySet().stream()
                .filter(rendition -> rendition.getKey().startsWith(folder)
                        && rendition.getKey().indexOf('/', folder.length()) < 0)
                .map(rendition ->
                        rendition.getKey().substring(folder.length()) + " " + Words.bytes(rendition.getValue()))
                .toList();
    }
}
