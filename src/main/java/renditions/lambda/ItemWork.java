package renditions.lambda;

import renditions.batch.Cancellation;
import renditions.batch.Cost;
import renditions.batch.Expectation;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Severity;
import renditions.batch.Work;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.event.Entry;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.resize.ResizeJob;

/// The work on each item: uploads get their renditions; other entries are settled without work.
record ItemWork(ResizeJob job) implements Work<Item, Made>, Expectation<Item> {
    @Override
    public Cost of(Item item) {
        return item.entry() instanceof Upload upload ? job.of(source(upload)) : Cost.NONE;
    }

    @Override
    public void nothingFits() {
        job.nothingFits();
    }

    @Override
    public Outcome<Made> run(Cancellation cancellation, Item item) throws InterruptedException {
        return switch (item.entry()) {
            case Upload upload -> job.run(cancellation, source(upload));
            case Entry.Ignored(var reason) -> new Outcome.Skipped<>(reason);
            case Entry.Unreadable(var reason) ->
                new Outcome.Failed<>(Problem.of("UNREADABLE", reason, Severity.PERMANENT));
        };
    }

    private static Source source(Upload upload) {
        return new Source(upload.object(), upload.etag(), upload.size());
    }
}
