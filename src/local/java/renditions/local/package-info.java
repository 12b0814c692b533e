/// The local run: what happens on one's own machine, with real parts instead of the cloud's.
///
/// Lives here: the five uploads and the events that announce them, the embedded S3, options, progress and tables.
/// May use: everything. Never gets into the zip for Lambda.
@NullMarked
package renditions.local;

import org.jspecify.annotations.NullMarked;
