/// The packaged function in a container on one's own machine: `make sam-local`.
///
/// Lives here: what is needed of Docker and of SAM CLI, the S3 of LocalStack, and what is told of an invocation. May
/// use: everything. Never gets into the zip for Lambda.
@NullMarked
package renditions.local.sam;

import org.jspecify.annotations.NullMarked;
