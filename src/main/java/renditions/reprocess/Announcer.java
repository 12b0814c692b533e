package renditions.reprocess;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.EntityTag;
import renditions.event.Announcement;
import renditions.queue.MessageQueue;
import renditions.queue.MessageQueue.Sent;
import renditions.queue.QueueProblem;
import renditions.store.ObjectId;

/// Announces what was found to the queue of uploads, a message each, in batches side by side.
///
/// A message names the content that was listed and has no sequencer. So it never wins over an event of S3: if other
/// content is there when it is worked on, the upload is skipped, and so is a removal if there is any.
///
/// @param verify whether every upload with a manifest is doubtful, whatever else is wrong with it
record Announcer(MessageQueue queue, Lanes lanes, SweepSettings settings, boolean verify, InstantSource clock) {
    /// A defect and where it was found.
    record Finding(Pair pair, Defect defect) {}

    /// Returns when every message is durable.
    ///
    /// @throws Halted if one is not; others may have been sent
    void send(Cancellation cancellation, List<Finding> findings) throws Halted {
        var batches = new ArrayList<List<String>>();
        for (int from = 0; from < findings.size(); from += MessageQueue.AT_ONCE) {
            var batch = findings.subList(from, Math.min(from + MessageQueue.AT_ONCE, findings.size()));
            batches.add(batch.stream().map(this::message).toList());
        }
        for (var sent : lanes.eachOnNetwork(batches, batch -> queue.send(cancellation, batch))) {
            switch (sent) {
                case Sent.All _ -> {}
                case QueueProblem problem -> throw new Halted(SweepReport.ending(problem));
            }
        }
    }

    private String message(Finding finding) {
        var upload = new ObjectId(settings.uploads(), finding.pair().key());
        return switch (finding.defect()) {
            case MISSING -> created(upload, finding, false);
            case OUTDATED, STALE -> created(upload, finding, verify);
            case DOUBTFUL -> created(upload, finding, true);
            case ORPHANED -> Announcement.removed(upload, clock.instant());
        };
    }

    private String created(ObjectId upload, Finding finding, boolean doubtful) {
        var content = Objects.requireNonNull(finding.pair().upload(), "only an orphan has no upload");
        return Announcement.created(
                upload, EntityTag.bare(content.etag()), content.length(), doubtful, clock.instant());
    }
}
