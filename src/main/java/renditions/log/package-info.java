/// The log: how lines of JSON leave the process.
///
/// Lives here: the binding that makes JSON of all that is logged through SLF4J, and the thread that writes all
/// lines, so that no other thread waits for a stream. May use: [renditions.json], Jackson, SLF4J.
@NullMarked
package renditions.log;

import org.jspecify.annotations.NullMarked;
