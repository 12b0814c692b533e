/// Stands for `renditions.record`.
@NullMarked
package renditions.architecture.planted.record;

import org.jspecify.annotations.NullMarked;
