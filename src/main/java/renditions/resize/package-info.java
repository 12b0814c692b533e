/// One item's work: from the upload in the store to its renditions and their manifest in the store.
///
/// Lives here: the job and the cost model. May use: [renditions.catalog],
/// [renditions.batch], [renditions.image], [renditions.store], [renditions.json], Jackson.
@NullMarked
package renditions.resize;

import org.jspecify.annotations.NullMarked;
