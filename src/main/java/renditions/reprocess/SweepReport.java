package renditions.reprocess;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import renditions.batch.Problem;
import renditions.queue.QueueProblem;
import renditions.store.StoreProblem;

/// What a sweep found and sent.
///
/// @param listed how many keys it looked at: uploads, and manifests without an upload
/// @param found how many uploads have each defect
/// @param sent how many messages it sent; fewer than it found in a dry run, and after a problem
/// @param ending how it ended
public record SweepReport(long listed, Map<Defect, Long> found, long sent, Ending ending) {
    public SweepReport {
        var all = new EnumMap<Defect, Long>(Defect.class);
        all.putAll(found);
        found = Collections.unmodifiableMap(all);
    }

    /// How a sweep ends.
    public sealed interface Ending {
        /// It came to the end of the listings.
        record Finished() implements Ending {}

        /// The time was over. The next tick goes on where it stood.
        record OutOfTime() implements Ending {}

        /// Another sweep of the same uploads was under way, and goes on.
        record Overtaken() implements Ending {}

        /// It did not begin, because the queue still holds many messages, and what is missing may be among them.
        ///
        /// @param messages how many it holds
        record Waiting(long messages) implements Ending {}

        /// A call to the store or the queue failed. The next tick goes on where it stood.
        record Failed(Problem problem) implements Ending {}
    }

    static Ending ending(StoreProblem problem) {
        return problem.kind() == StoreProblem.Kind.STOPPED
                ? new Ending.OutOfTime()
                : new Ending.Failed(Problem.of(problem.code(), problem.message(), problem.severity()));
    }

    static Ending ending(QueueProblem problem) {
        return problem.kind() == QueueProblem.Kind.STOPPED
                ? new Ending.OutOfTime()
                : new Ending.Failed(Problem.of(problem.kind().name(), problem.message(), problem.severity()));
    }
}
