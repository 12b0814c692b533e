/// Messages that are replayed: what `MESSAGE=` and `PHOTOS=` name, and what a replay says.
///
/// Lives here: the reader of message files, the folder with the pictures, the report of a replay and its lines, and
/// the runbook's advice, the port to the store that pictures go to. Everything in a message is hostile: keys never
/// lead out of the folder, and all text is made harmless before it is shown. May use: Jackson, [renditions.json],
/// [renditions.event], [renditions.store.ObjectId] and [renditions.local.report]; it runs nothing itself.
@NullMarked
package renditions.local.replay;

import org.jspecify.annotations.NullMarked;
