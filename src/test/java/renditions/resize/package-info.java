/// Tests of the work on one upload, with a store in memory and an engine without pixels.
@NullMarked
package renditions.resize;

import org.jspecify.annotations.NullMarked;
