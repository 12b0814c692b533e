/// Stands for `renditions.resize`.
@NullMarked
package renditions.architecture.planted.resize;

import org.jspecify.annotations.NullMarked;
