/// The local run: the function on your own machine, with embedded parts instead of the cloud's.
///
/// Lives here: the five uploads and the events that announce them, the embedded S3, options, progress and tables.
/// May use: everything. It is not in the zip for Lambda.
@NullMarked
package renditions.local;

import org.jspecify.annotations.NullMarked;
