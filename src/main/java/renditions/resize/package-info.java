/// The work on one upload: from the upload in the store to its renditions and their manifest in the store.
///
/// Lives here: the job, its steps (their order is in [renditions.resize.Attempt]), the quarantine, the memory
/// budgets and the cost model. May use: [renditions.batch], [renditions.image], [renditions.store],
/// [renditions.catalog].
@NullMarked
package renditions.resize;

import org.jspecify.annotations.NullMarked;
