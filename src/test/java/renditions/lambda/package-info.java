/// Tests of the function as Lambda sees it.
@NullMarked
package renditions.lambda;

import org.jspecify.annotations.NullMarked;
