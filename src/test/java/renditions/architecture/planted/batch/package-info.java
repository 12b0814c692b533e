/// Stands for `renditions.batch`.
@NullMarked
package renditions.architecture.planted.batch;

import org.jspecify.annotations.NullMarked;
