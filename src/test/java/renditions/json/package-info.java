/// Tests of JSON: nothing gets lost or added on the way between texts and trees.
@NullMarked
package renditions.json;

import org.jspecify.annotations.NullMarked;
