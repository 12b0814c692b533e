/// A house in small, with classes that break the rules; every rule is shown to name its culprits here. Nothing of it
/// runs.
@NullMarked
package renditions.architecture.planted;

import org.jspecify.annotations.NullMarked;
