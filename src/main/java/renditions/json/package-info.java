/// JSON parsing and writing.
///
/// Lives here: the way from bytes to a tree of Jackson's nodes and back, and its limits. The callers interpret the
/// tree. May use: Jackson.
@NullMarked
package renditions.json;

import org.jspecify.annotations.NullMarked;
