/// What is known of an upload's renditions: which ones are made, their keys, the manifest that lists them, and what
/// follows for an event.
///
/// Lives here: the rendition sets and the patterns of the keys that have them, the key layouts, the manifest, the
/// tombstone, the quarantine report and their JSON, the source and the renditions made of it, the order of events,
/// the verdict. May use: [renditions.image], [renditions.store], [renditions.json], Jackson.
@NullMarked
package renditions.catalog;

import org.jspecify.annotations.NullMarked;
