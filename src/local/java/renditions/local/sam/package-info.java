/// The packaged function in a container on your own machine: `make sam-local`.
///
/// Lives here: the calls of Docker and of SAM CLI, LocalStack's S3, and the report of an invocation. May use:
/// everything. It is not in the zip for Lambda.
@NullMarked
package renditions.local.sam;

import org.jspecify.annotations.NullMarked;
