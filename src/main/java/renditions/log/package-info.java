/// The log: how lines of JSON leave the process.
///
/// Lives here: the binding that makes JSON of whatever is logged through SLF4J, and the thread that writes all lines,
/// one after the other, so that nobody else waits for a stream. May use: [renditions.json], Jackson,
/// SLF4J.
@NullMarked
package renditions.log;

import org.jspecify.annotations.NullMarked;
