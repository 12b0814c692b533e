/// The port to the queue of uploads, and SQS behind it.
///
/// Lives here: sending messages, the number of those that wait, and the way back from the dead-letter queue; their
/// problems; and the client of AWS SDK v2. May use: the JDK, AWS SDK v2, [renditions.batch.Cancellation],
/// [renditions.batch.Severity].
@NullMarked
package renditions.queue;

import org.jspecify.annotations.NullMarked;
