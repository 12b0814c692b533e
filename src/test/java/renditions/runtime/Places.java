package renditions.runtime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The places of an upload's objects: an independent reading of the README's rules for keys. Objects are named by
/// their path in a URL, `/bucket/key`.
///
/// @param bucket the bucket of renditions and manifests
/// @param names the names of the renditions of every upload, `name.extension`
record Places(String bucket, List<String> names) {
    Places {
        names = List.copyOf(names);
    }

    String manifest(String upload) {
        return "/" + bucket + "/manifests/" + upload;
    }

    List<String> renditions(String upload) {
        return names.stream()
                .map(name -> "/" + bucket + "/renditions/" + upload + "/" + name)
                .toList();
    }

    /// The paths of the renditions and the manifest.
    List<String> all(String upload) {
        return Stream.concat(renditions(upload).stream(), Stream.of(manifest(upload)))
                .toList();
    }

    /// The key of the upload that this object would belong to.
    Optional<String> upload(String path) {
        var manifests = manifest("");
        var renditions = "/" + bucket + "/renditions/";
        if (path.startsWith(manifests)) {
            return Optional.of(path.substring(manifests.length()));
        }
        return path.startsWith(renditions)
                ? Optional.of(path.substring(renditions.length(), path.lastIndexOf('/')))
                : Optional.empty();
    }
}
