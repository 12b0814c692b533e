/// The benchmarks behind `make bench`: how fast the function is, and how soon it stops. They run on your own
/// machine, never on Lambda.
///
/// Lives here: the benchmarks, the pictures they work on, and the tables they print. May use: everything, JMH too.
@NullMarked
package renditions.bench;

import org.jspecify.annotations.NullMarked;
