/// The port to an image engine: its operations, and what can be wrong with a picture.
///
/// Lives here: the engine's interface and its profile, the sizes and formats of renditions, the limits, the problems,
/// and what a [Placeholder] tells of a picture. May use: the JDK, [renditions.batch.Cancellation],
/// [renditions.batch.Severity].
@NullMarked
package renditions.image;

import org.jspecify.annotations.NullMarked;
