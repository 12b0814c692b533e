/// What is started by `make bench-log`: a process that logs one line.
///
/// Lives here: the process, and what of its peers' settings is code. Compiled apart from the project, against
/// libraries that are none of its dependencies. May use: [renditions.json], [renditions.log], those libraries.
@NullMarked
package renditions.bench.log;

import org.jspecify.annotations.NullMarked;
