/// What arrives at the function and what it answers: bytes become values, outcomes become bytes.
///
/// Lives here: the kinds of invocations with a reader and a writer of replies each, the deliveries and uploads in them,
/// and the items that these make. What knows the name of a source is package-private: nobody outside can tell one from
/// another. Every field of an event is hostile; whatever one delivery says, it spoils no other. May use: Jackson,
/// [renditions.json], [renditions.store.ObjectId], [renditions.batch.Outcome].
@NullMarked
package renditions.event;

import org.jspecify.annotations.NullMarked;
