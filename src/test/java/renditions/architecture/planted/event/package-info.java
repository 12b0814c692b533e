/// Stands for `renditions.event`.
@NullMarked
package renditions.architecture.planted.event;

import org.jspecify.annotations.NullMarked;
