/// A model of what many uploads cost and how long they take: `make model`. It simulates queue, concurrency, visibility
/// time-out, batches and time-outs in virtual time, and multiplies with list prices.
///
/// Lives here: the plan of a run with its parameters, the simulation, the bill, the table. May use: the JDK alone. The
/// same
/// plan gives the same results on every machine.
@NullMarked
package renditions.local.model;

import org.jspecify.annotations.NullMarked;
