/// Tests of the object store, against an S3 that misbehaves and one that does not.
@NullMarked
package renditions.store;

import org.jspecify.annotations.NullMarked;
