/// Tests of the records of invocations: what they say, and how long they may get.
@NullMarked
package renditions.record;

import org.jspecify.annotations.NullMarked;
