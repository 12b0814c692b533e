/// Stands for `renditions.image`.
@NullMarked
package renditions.architecture.planted.image;

import org.jspecify.annotations.NullMarked;
