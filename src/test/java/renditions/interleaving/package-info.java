/// Every interleaving of attempts at one key, call by call.
@NullMarked
package renditions.interleaving;

import org.jspecify.annotations.NullMarked;
