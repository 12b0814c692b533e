/// Tests of the log: no line is lost, torn or broken, and no caller waits for one.
@NullMarked
package renditions.log;

import org.jspecify.annotations.NullMarked;
