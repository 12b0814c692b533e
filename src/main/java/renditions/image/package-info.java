/// The port to an image engine: what it can be asked, and what can be wrong with a picture.
///
/// Lives here: the engine's interface and what an engine says of itself, the sizes and formats of renditions, the
/// limits, the problems. May use: the JDK, [renditions.batch.Cancellation], [renditions.batch.Severity].
@NullMarked
package renditions.image;

import org.jspecify.annotations.NullMarked;
