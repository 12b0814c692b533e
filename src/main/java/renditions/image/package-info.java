/// The port to an image engine: what it can be asked, and what can be wrong with a picture.
///
/// Lives here: the engine's interface, the sizes and formats of renditions, the limits, the problems. May use: the
/// JDK and [renditions.batch.Cancellation].
@NullMarked
package renditions.image;

import org.jspecify.annotations.NullMarked;
