/// The rules of the architecture as tests: which package may use which, and what no class may do. On Lambda there
/// are no modules; these rules keep the packages apart.
///
/// Lives here: the rules, their test on the project's own classes, and a test of our own conditions.
@NullMarked
package renditions.architecture;

import org.jspecify.annotations.NullMarked;
