/// Tests of the templates: rules that they keep under every pair of choices, and planted faults that each rule must
/// find. And of `make deploy`: what SAM CLI is handed.
@NullMarked
package renditions.template;

import org.jspecify.annotations.NullMarked;
