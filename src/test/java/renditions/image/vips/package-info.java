/// Tests of the libvips engine. Those named `IT` need a libvips.
@NullMarked
package renditions.image.vips;

import org.jspecify.annotations.NullMarked;
