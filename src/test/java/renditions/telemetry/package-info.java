/// Tests of the records of invocations: what they say, and how long they may get.
@NullMarked
package renditions.telemetry;

import org.jspecify.annotations.NullMarked;
