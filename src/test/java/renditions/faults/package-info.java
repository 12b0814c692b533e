/// The proof of what happens to an upload when S3 fails: every fault at every call, and the page `docs/faults.md`
/// that the proof makes. May use: everything.
@NullMarked
package renditions.faults;

import org.jspecify.annotations.NullMarked;
