/// How fast, and how soon it stops: the benchmarks behind `make bench`, for machines of one's own, never on
/// Lambda.
///
/// Lives here: the benchmarks, the pictures they work on, and the tables they print. May use: everything, JMH too.
@NullMarked
package renditions.bench;

import org.jspecify.annotations.NullMarked;
