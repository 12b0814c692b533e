/// What is recorded of each invocation, whatever its source: one line of JSON that is its record and its metrics.
///
/// Lives here: the record as a value, its metrics in CloudWatch's embedded metric format, and the bounds that keep the
/// line short whatever the event says. May use: [renditions.log], [renditions.event], [renditions.batch], Jackson,
/// SLF4J's levels.
@NullMarked
package renditions.telemetry;

import org.jspecify.annotations.NullMarked;
