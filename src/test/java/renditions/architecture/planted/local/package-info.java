/// Stands for `renditions.local`, which never gets to Lambda.
@NullMarked
package renditions.architecture.planted.local;

import org.jspecify.annotations.NullMarked;
