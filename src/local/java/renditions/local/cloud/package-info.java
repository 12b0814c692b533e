/// The parts of AWS between an upload and the function, on your own machine: S3's notification, the SQS queue with
/// its dead-letter queue, and the event source mapping that invokes the function.
///
/// Lives here: the embedded queue, the notifications and the events that carry them, and the mapping that receives,
/// invokes, reads the reply and deletes. It is the only package of the local run that knows SQS. May use: the AWS
/// SDK and Lambda's interface; nothing of the function, which it knows only as a handler.
@NullMarked
package renditions.local.cloud;

import org.jspecify.annotations.NullMarked;
