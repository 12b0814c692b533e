/// What is known of an upload's renditions: which ones are made, their keys, and the manifest that lists them.
///
/// Lives here: the rendition set, the key layout, the manifest and its JSON, the source and the renditions made of
/// it. May use: [renditions.image], [renditions.store], [renditions.json], Jackson.
@NullMarked
package renditions.catalog;

import org.jspecify.annotations.NullMarked;
