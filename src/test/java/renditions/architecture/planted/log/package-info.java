/// Stands for `renditions.log`.
@NullMarked
package renditions.architecture.planted.log;

import org.jspecify.annotations.NullMarked;
