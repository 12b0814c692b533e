/// What the templates promise: rules that they keep, and planted faults that show each rule to bite.
@NullMarked
package renditions.template;

import org.jspecify.annotations.NullMarked;
