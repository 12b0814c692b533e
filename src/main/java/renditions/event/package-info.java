/// Events and replies: events become values, outcomes become replies.
///
/// Lives here: invocations, and for each source of them a reader and a reply writer; their deliveries, uploads and
/// removals; and the items of a batch. All code that knows the name of a source is package-private, so no code
/// outside can tell sources apart. Every field of an event is hostile; one bad delivery does not spoil the others.
/// May use: Jackson, [renditions.json], [renditions.store.ObjectId], [renditions.batch.Outcome] with its
/// [renditions.batch.Problem] and [renditions.batch.Reason].
@NullMarked
package renditions.event;

import org.jspecify.annotations.NullMarked;
