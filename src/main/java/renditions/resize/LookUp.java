package renditions.resize;

import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.catalog.Known;
import renditions.catalog.Manifest;
import renditions.catalog.Verdict;
import renditions.resize.LookUp.Finding;
import renditions.store.Condition;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;

/// Reads what the catalog knows of the upload: what is to be done about it?
record LookUp(ObjectStore store, JobSettings settings) implements Step<Task, Finding> {
    /// The answer.
    record Finding(Due due, Verdict verdict) {}

    @Override
    public Progress<Finding> run(Cancellation cancellation, Task task) {
        var place = settings.layout().manifest(task.source().object());
        return switch (store.get(cancellation, place, null, Known.MAX_BYTES)) {
            case StoredObject found -> {
                try (found) {
                    yield read(
                            cancellation,
                            task,
                            place,
                            Known.read(found.bytes()).orElse(null),
                            new Condition.IfMatch(found.etag()));
                }
            }
            case StoreProblem.Missing _ -> found(task, place, null, new Condition.IfAbsent());
            case StoreProblem.TooLarge _ -> notOurs(cancellation, task, place);
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    /// Asks which content is there if only S3 can tell whether the manifest is of it.
    private Progress<Finding> read(
            Cancellation cancellation, Task task, ObjectId place, @Nullable Known known, Condition unchanged) {
        if (!(known instanceof Manifest) || !task.isAboutWhateverIsThere()) {
            return found(task, place, known, unchanged);
        }
        return switch (store.head(cancellation, task.source().newest().object())) {
            case ObjectFacts content -> found(task.about(content), place, known, unchanged);
            case StoreProblem.Missing _ -> found(task, place, known, unchanged);
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    private Progress<Finding> notOurs(Cancellation cancellation, Task task, ObjectId place) {
        return switch (store.head(cancellation, place)) {
            case ObjectFacts facts -> found(task, place, null, new Condition.IfMatch(facts.etag()));
            case StoreProblem.Missing _ -> found(task, place, null, new Condition.IfAbsent());
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    private Progress<Finding> found(Task task, ObjectId place, @Nullable Known known, Condition unchanged) {
        var verdict = switch (task.aim()) {
            case RENDITIONS -> Verdict.onUpload(known, task.source(), settings.digest(), task.mayHaveWritten());
            case REMOVAL -> Verdict.onRemoval(known, task.source(), task.mayHaveWritten());
        };
        return new Progress.Next<>(new Finding(new Due(task, place, known, unchanged), verdict));
    }
}
