/// What the container image is built with: the stage on which the function is trained, and what is made of its classes
/// before.
///
/// May use: the JDK alone, for it runs while an image is built.
@NullMarked
package renditions.local.image;

import org.jspecify.annotations.NullMarked;
