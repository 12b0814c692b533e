/// One item's work: from the upload in the store to its renditions and their manifest in the store.
///
/// Lives here: the job, where its results go, the manifest that commits them, what the renditions are. May use:
/// [renditions.batch], [renditions.image], [renditions.store], [renditions.json], Jackson.
@NullMarked
package renditions.resize;

import org.jspecify.annotations.NullMarked;
