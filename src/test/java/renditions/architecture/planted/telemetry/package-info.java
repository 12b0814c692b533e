/// Stands for `renditions.telemetry`.
@NullMarked
package renditions.architecture.planted.telemetry;

import org.jspecify.annotations.NullMarked;
