/// What the container image is built with: the stage on which the function is trained, what is made of its classes
/// before, and the roots that it is to trust first.
///
/// May use: the JDK alone, for it runs while an image is built.
@NullMarked
package renditions.local.image;

import org.jspecify.annotations.NullMarked;
