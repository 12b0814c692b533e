/// Tests of the templates: rules that they keep, and planted faults that each rule must find.
@NullMarked
package renditions.template;

import org.jspecify.annotations.NullMarked;
