package renditions.lambda;

import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Work;
import renditions.event.Entry;
import renditions.event.Upload;
import renditions.resize.Made;
import renditions.resize.Source;

/// What is done with each item: uploads get their renditions, the rest is answered as it stands.
record ItemWork(Work<Source, Made> job) implements Work<Item, Made> {
    @Override
    public Outcome<Made> run(Cancellation cancellation, Item item) throws Exception {
        return switch (item.entry()) {
            case Upload upload -> job.run(cancellation, new Source(upload.object(), upload.etag()));
            case Entry.Ignored(var reason) -> new Outcome.Skipped<>(reason);
            case Entry.Unreadable(var reason) ->
                new Outcome.Failed<>(Problem.of("UNREADABLE", reason, Problem.Severity.PERMANENT));
        };
    }
}
