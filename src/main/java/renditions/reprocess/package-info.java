/// Scheduled reprocessing: finds uploads whose renditions are missing, old or doubtful, and renditions whose upload
/// is gone, and announces them to the queue of uploads.
///
/// Lives here: the tick and its reader, the merge of the two listings, what is wrong with an upload, and the two
/// small objects that outlast a tick. It reads no upload and no manifest, and writes no rendition: what it finds is
/// a suspicion, and the function that reads the queue decides, by the order of events. May use: [renditions.batch],
/// [renditions.store], [renditions.catalog], [renditions.event], [renditions.queue], [renditions.json], Jackson.
@NullMarked
package renditions.reprocess;

import org.jspecify.annotations.NullMarked;
