/// Tests of the batch engine, without pictures or a store.
@NullMarked
package renditions.batch;

import org.jspecify.annotations.NullMarked;
