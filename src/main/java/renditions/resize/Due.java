package renditions.resize;

import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.catalog.Known;
import renditions.catalog.Source;
import renditions.store.Condition;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;

/// An item that is worked on, and what the catalog knew of it when the attempt began.
///
/// @param place where its manifest goes
/// @param known what lies there, null where nothing of ours does
/// @param unchanged holds as long as nobody else has written there
record Due(Task task, ObjectId place, @Nullable Known known, Condition unchanged) {
    Source source() {
        return task.source();
    }

    Due forNewest() {
        return new Due(task.forNewest(), place, known, unchanged);
    }

    /// The revision of what is written next.
    long nextRevision() {
        return known == null ? 1 : known.revision() + 1;
    }

    /// What the next commit includes: this event and what is known, for both came before what is there now.
    @Nullable
    String sequencer() {
        return Known.later(source().sequencer(), known == null ? null : known.sequencer());
    }

    /// Commits: writes at the manifest's place, if nobody else has done so since the attempt began.
    ///
    /// @param next what is written
    /// @param then the progress once it is durable
    /// @param lost what is to be done if somebody else has written there
    <T> Progress<T> commit(Cancellation cancellation, ObjectStore store, Known next, Progress<T> then, Task lost) {
        return switch (store.put(cancellation, place, next.write(), Known.LABELS, unchanged)) {
            case Receipt _ -> then;
            case StoreProblem.Changed _ -> new Progress.Again<>(lost);
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }
}
