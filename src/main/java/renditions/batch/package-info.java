/// The batch engine: every item of a batch is settled once, in a ledger that begins with *not acknowledged*, and
/// the answer leaves on time.
///
/// Lives here: the ledger with its outcomes and their reasons, the decisions of a batch (order, admission,
/// dispatch), cancellation, the deadline, the lanes that items run on. May use: the JDK, nothing else of this
/// project and no library. It knows nothing of pictures, S3 or Lambda, and does not put reasons into words.
@NullMarked
package renditions.batch;

import org.jspecify.annotations.NullMarked;
