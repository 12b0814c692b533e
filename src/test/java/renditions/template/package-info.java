/// What `template.yaml` promises: rules that it keeps, and planted faults that show each rule to bite.
@NullMarked
package renditions.template;

import org.jspecify.annotations.NullMarked;
