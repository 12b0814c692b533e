package renditions.runtime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the objects of an upload are to be: the README's rules for keys, read a second time. Objects are named by
/// their path in a URL, `/bucket/key`.
///
/// @param bucket of renditions and manifests
/// @param names of the renditions of every upload, `name.extension`
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

    /// The renditions and the manifest.
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
