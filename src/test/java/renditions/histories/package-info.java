/// Random histories of a few keys: what people upload and remove, what S3 does to the function's calls, and when its
/// processes are killed. In the end the bucket must hold what was uploaded last.
///
/// Lives here: the histories, the queue, what carries them out, and the comparison with what must be there. May use:
/// the tests' processes and Lambda's side of them, the embedded S3 and the unkind one. What compares shares no code
/// with the function.
@NullMarked
package renditions.histories;

import org.jspecify.annotations.NullMarked;
