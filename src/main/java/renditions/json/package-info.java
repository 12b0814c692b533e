/// JSON as it is read and written here.
///
/// Lives here: the way from bytes to a tree of Jackson's nodes and back, and how strict it is. What a text means is
/// the business of those who ask for it. May use: Jackson.
@NullMarked
package renditions.json;

import org.jspecify.annotations.NullMarked;
