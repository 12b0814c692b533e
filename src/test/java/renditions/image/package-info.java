/// Tests of sizes, rendition settings and problems.
@NullMarked
package renditions.image;

import org.jspecify.annotations.NullMarked;
