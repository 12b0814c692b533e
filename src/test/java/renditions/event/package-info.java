/// Tests of reading events and writing replies: every field of an event is hostile.
@NullMarked
package renditions.event;

import org.jspecify.annotations.NullMarked;
