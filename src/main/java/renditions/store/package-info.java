/// The port to an object store, and S3 behind it.
///
/// Lives here: what can be asked of the store, what can go wrong with it, the client of AWS SDK v2. May use: the
/// JDK, AWS SDK v2, [renditions.batch.Cancellation], [renditions.batch.Severity].
@NullMarked
package renditions.store;

import org.jspecify.annotations.NullMarked;
