/// What AWS does between an upload and the function, on one's own machine: S3's notification, the SQS queue with its
/// dead-letter queue, and the event source mapping that invokes the function with what the queue holds.
///
/// Lives here: the queue in this process, the notifications, the mapping that receives, invokes, reads the reply and
/// deletes. May use: the AWS SDK and Lambda's interface; nothing of the function, which it knows as any handler.
@NullMarked
package renditions.local.cloud;

import org.jspecify.annotations.NullMarked;
