/// Tests of the catalog: rendition sets, manifests and keys.
@NullMarked
package renditions.catalog;

import org.jspecify.annotations.NullMarked;
