/// The wall before an image engine: what an upload claims about itself, read in Java within hard bounds before native
/// code sees it.
///
/// Lives here: [GuardedImages], one reader for each format, and their limits ([Limits]). A reader walks through the
/// structure of a file, refuses by name what is over a limit, and blanks in the buffer what nobody reads, so that no
/// library parses it. It takes steps in proportion to the bytes, follows no loop and allocates nothing whose size a
/// file chooses. A file that is merely broken passes: the engine says so. May use: the JDK, [renditions.image],
/// [renditions.batch.Cancellation].
@NullMarked
package renditions.image.guard;

import org.jspecify.annotations.NullMarked;
