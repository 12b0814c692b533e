/// Stands for `renditions.json`.
@NullMarked
package renditions.architecture.planted.json;

import org.jspecify.annotations.NullMarked;
