/// Tests of one item's work, with a store in memory and an engine without pixels.
@NullMarked
package renditions.resize;

import org.jspecify.annotations.NullMarked;
