/// The parts that several tests share: stores, pictures and events made by the project's own code.
@NullMarked
package renditions.testing;

import org.jspecify.annotations.NullMarked;
