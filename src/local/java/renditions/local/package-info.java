/// The local run: the function on your own machine, with embedded parts instead of the cloud's.
///
/// Lives here: the five uploads and the sixth, the embedded S3, the options, and the ways to run the function:
/// through a queue, with an upload that is replaced meanwhile, with one event, with a tick of scheduled
/// reprocessing, and with messages that are replayed. May use: everything. It is not in the zip for Lambda.
@NullMarked
package renditions.local;

import org.jspecify.annotations.NullMarked;
