/// Tests of the object store: against a store that misbehaves, and against one that behaves.
@NullMarked
package renditions.store;

import org.jspecify.annotations.NullMarked;
