/// Stands for `renditions.lambda`.
@NullMarked
package renditions.architecture.planted.lambda;

import org.jspecify.annotations.NullMarked;
