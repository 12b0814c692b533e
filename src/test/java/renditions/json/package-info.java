/// Tests of JSON: nothing is lost or added between texts and trees.
@NullMarked
package renditions.json;

import org.jspecify.annotations.NullMarked;
