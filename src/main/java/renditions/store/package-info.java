/// The port to an object store, and S3 behind it.
///
/// Lives here: the store's operations, their problems, and the client of AWS SDK v2. May use: the JDK, AWS SDK v2,
/// [renditions.batch.Cancellation], [renditions.batch.Severity].
@NullMarked
package renditions.store;

import org.jspecify.annotations.NullMarked;
