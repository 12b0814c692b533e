/// The edge to AWS Lambda: the handler, its settings, and the wiring of everything behind it.
///
/// May use: everything.
@NullMarked
package renditions.lambda;

import org.jspecify.annotations.NullMarked;
