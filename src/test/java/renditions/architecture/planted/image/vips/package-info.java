/// Stands for `renditions.image.vips`.
@NullMarked
package renditions.architecture.planted.image.vips;

import org.jspecify.annotations.NullMarked;
