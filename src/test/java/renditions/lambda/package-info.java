/// Tests of the function from Lambda's side.
@NullMarked
package renditions.lambda;

import org.jspecify.annotations.NullMarked;
