/// Our own pictures, which look like photographs: painted by code, the same every time.
///
/// Lives here: the scenes, one painter each, and the canvas, noise and colours they share.
/// May use: the JDK (Java2D without a screen or fonts) and [renditions.image].
@NullMarked
package renditions.local.scene;

import org.jspecify.annotations.NullMarked;
