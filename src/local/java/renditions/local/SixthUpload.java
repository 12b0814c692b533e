package renditions.local;

import java.util.List;
import renditions.local.scene.Scene;

/// The sixth upload of the local run, which is replaced while its batch runs: an old tree in summer, and then the
/// same tree in autumn under the same key.
final class SixthUpload {
    /// The name of its key, after the prefix of the five.
    static final String NAME = "6-old-tree.jpg";

    /// The folder of its two files, beside that of the five.
    static final String FOLDER = "replaced";

    /// The file of the content that comes first.
    static final String FIRST = "summer.jpg";

    /// The file of the content that replaces it.
    static final String SECOND = "autumn.jpg";

    private static final double QUALITY = 0.82;

    private SixthUpload() {}

    /// Makes both contents, the first one first.
    static List<Upload> contents() {
        return List.of(
                new Upload(FIRST, Pictures.jpeg(Scene.TREE_IN_SUMMER.picture(), QUALITY)),
                new Upload(SECOND, Pictures.jpeg(Scene.TREE_IN_AUTUMN.picture(), QUALITY)));
    }
}
