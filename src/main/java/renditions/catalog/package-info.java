/// What is known of an upload's renditions: which are made, where they lie, and the manifest that names them.
///
/// Lives here: the rendition set, the key layout, the manifest and its JSON, the source and what was made of it. May
/// use: [renditions.image], [renditions.store], [renditions.json], Jackson.
@NullMarked
package renditions.catalog;

import org.jspecify.annotations.NullMarked;
