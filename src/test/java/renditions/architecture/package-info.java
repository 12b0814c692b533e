/// The rules of the house as tests: who may use whom, and what nobody does. On Lambda there are no modules; these
/// rules are what keeps the rooms apart.
///
/// Lives here: the rules, their test on the project's own classes, and a test of the conditions that are our own.
@NullMarked
package renditions.architecture;

import org.jspecify.annotations.NullMarked;
