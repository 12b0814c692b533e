/// The page of what each source is told for each outcome: `docs/replies.md`.
@NullMarked
package renditions.replies;

import org.jspecify.annotations.NullMarked;
