/// What arrives at the function and what it answers: bytes become values, outcomes become bytes.
///
/// Lives here: the kinds of invocations, the messages and uploads in them, their readers, the writer of replies.
/// Every field of an event is hostile; whatever one message says, it spoils no other. May use: Jackson,
/// [renditions.json], [renditions.store.ObjectId], [renditions.batch.Outcome].
@NullMarked
package renditions.event;

import org.jspecify.annotations.NullMarked;
