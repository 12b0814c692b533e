package renditions.resize;

import java.time.InstantSource;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Severity;
import renditions.catalog.Made;
import renditions.catalog.QuarantineReport;
import renditions.image.ImageProblem;
import renditions.resize.Download.Downloaded;
import renditions.store.Condition;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;

/// Ends the work on content that no attempt can make renditions of. By default it fails. In quarantine a report of it
/// is stored, and the item is acknowledged once that is durable and what an attempt may have left was seen to.
///
/// @param engine by name and version
/// @param clock tells when a problem was found
record Quarantine(ObjectStore store, Leftovers leftovers, JobSettings settings, String engine, InstantSource clock) {
    /// Ends the work on content that the engine gives no picture of.
    <T> Progress<T> run(Cancellation cancellation, Downloaded downloaded, ImageProblem problem)
            throws InterruptedException {
        return switch (problem) {
            case ImageProblem.Failure failure
            when failure.severity() == Severity.PERMANENT -> {
                var due = downloaded.due();
                var content = downloaded.upload().facts();
                var cause = Problem.of(failure.code(), failure.message(), Severity.PERMANENT);
                yield end(cancellation, due, report(due, content, downloaded.firstBytes(), cause, failure.detail()));
            }
            case ImageProblem.Failure _, ImageProblem.Stopped _ -> new Progress.End<>(Failures.of(problem));
        };
    }

    /// Ends the work on content that has too many bytes to be downloaded.
    <T> Progress<T> run(Cancellation cancellation, Due due, StoreProblem.TooLarge problem) throws InterruptedException {
        var cause = Problem.of(problem.code(), problem.message(), Severity.PERMANENT);
        return end(cancellation, due, report(due, problem.facts(), "", cause, ""));
    }

    private QuarantineReport report(Due due, ObjectFacts content, String firstBytes, Problem cause, String words) {
        return new QuarantineReport(
                due.source(), content, firstBytes, cause.code(), cause.message(), words, engine, clock.instant());
    }

    private <T> Progress<T> end(Cancellation cancellation, Due due, QuarantineReport report)
            throws InterruptedException {
        var place =
                settings.layout().report(due.source().object(), report.content().etag());
        return switch (settings.corrupt()) {
            case RETRY -> failed(report, "");
            case QUARANTINE ->
                place.fits()
                        ? put(cancellation, place, report)
                                .then(cancellation, (_, quarantined) -> leftovers.end(cancellation, due, quarantined))
                        : failed(report, "; its key leaves no room for the key of a report");
        };
    }

    private static <T> Progress<T> failed(QuarantineReport report, String more) {
        return new Progress.End<>(Failures.failed(report.code(), report.message() + more, Severity.PERMANENT));
    }

    private Progress<Outcome<Made>> put(Cancellation cancellation, ObjectId place, QuarantineReport report) {
        var labels = QuarantineReport.LABELS;
        return switch (store.put(cancellation, place, report.write(), labels, new Condition.Always())) {
            case Receipt _ -> {
                var problem = Problem.of(report.code(), report.message(), Severity.PERMANENT);
                yield new Progress.Next<>(new Outcome.Quarantined<>(problem, place.toString()));
            }
            case StoreProblem.Stopped stopped -> new Progress.End<>(Failures.of(stopped));
            case StoreProblem problem -> new Progress.End<>(unreported(report, problem));
        };
    }

    /// Never critical: only what is quarantined meets this.
    private static Outcome<Made> unreported(QuarantineReport report, StoreProblem problem) {
        return Failures.failed(
                "QUARANTINE_FAILED",
                report.code() + ", " + report.message() + "; and the report of it was not stored: " + problem.code()
                        + ", " + problem.message(),
                Severity.RETRYABLE);
    }
}
