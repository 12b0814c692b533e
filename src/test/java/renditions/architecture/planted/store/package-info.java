/// Stands for `renditions.store`.
@NullMarked
package renditions.architecture.planted.store;

import org.jspecify.annotations.NullMarked;
