/// Tests of the records of invocations: their content and their length.
@NullMarked
package renditions.telemetry;

import org.jspecify.annotations.NullMarked;
