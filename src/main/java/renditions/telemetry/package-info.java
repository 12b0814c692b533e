/// The record of each invocation, whatever its source: one line of JSON that holds its record and its metrics.
///
/// Lives here: the record as a value, its metrics in CloudWatch's embedded metric format, the bounds that keep the
/// line short for every event, and the counts of an invocation without items. May use: [renditions.log],
/// [renditions.event], [renditions.batch], Jackson, SLF4J's levels.
@NullMarked
package renditions.telemetry;

import org.jspecify.annotations.NullMarked;
