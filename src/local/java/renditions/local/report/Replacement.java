package renditions.local.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An upload that was replaced while its batch ran, and what became of both contents. All times count from the
/// upload of the first.
///
/// @param first the content that came first
/// @param second the content that replaced it; empty if that never happened, because no rendition of the first was
///     about to be stored
/// @param stale what is not of the second content in the end, each by its name; empty if all is right, or if the
///     second has no renditions
/// @param took the time until every message about both contents had its place
public record Replacement(Content first, Optional<Content> second, List<String> stale, Duration took) {
    public Replacement {
        stale = List.copyOf(stale);
    }

    /// One content of the upload.
    ///
    /// @param name of its file
    /// @param uploaded when it was uploaded
    /// @param item how the item of its message ended, and the renditions that lie in S3 in the end
    public record Content(String name, Duration uploaded, RunItem item) {
        private Step answered(String how) {
            var receives = item.journey().receives();
            var answer = receives.isEmpty() ? uploaded : receives.getLast().to();
            return new Step(answer, "the batch of " + name + " is answered: " + how);
        }

        private String outcome() {
            return item.status().word() + (item.why().isEmpty() ? "" : ", " + item.why());
        }
    }

    /// One step of what happened.
    ///
    /// @param words a sentence without a full stop; as hostile as a key
    record Step(Duration at, String words) {}

    /// What happened, in the order of time.
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step(first.uploaded(), first.name() + " is uploaded"));
        second.ifPresent(newest -> {
            steps.add(new Step(
                    newest.uploaded(),
                    "its batch is about to store the first rendition when " + newest.name() + " replaces it"));
            steps.add(newest.answered(newest.outcome()));
        });
        steps.add(first.answered(lateWords().orElse(first.outcome())));
        return List.copyOf(steps);
    }

    /// The item of the content that counts in the end.
    RunItem last() {
        return second.orElse(first).item();
    }

    /// How it ended, in one sentence.
    String end() {
        if (second.isEmpty()) {
            return first.name() + " was not replaced: its batch stored no rendition";
        }
        var newest = second.get();
        if (newest.item().status() != ItemStatus.MADE) {
            return newest.name() + " has no renditions";
        }
        return stale.isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "in the end %s and the manifest are of %s, none of %s: nothing is stale",
                        Words.count(newest.item().renditions().size(), "rendition"),
                        newest.name(),
                        first.name())
                : "in the end stale: " + String.join(", ", stale);
    }

    /// Whether all that lies in S3 is of the newest content.
    boolean isRight() {
        return second.isPresent() && second.get().item().status() == ItemStatus.MADE && stale.isEmpty();
    }

    /// The outcome of the batch that lost its commit, if it had to make the newest content's renditions again: an
    /// old rendition lay over a newer one.
    private Optional<String> lateWords() {
        return second.filter(newest -> isRight() && first.item().status() == ItemStatus.MADE)
                .map(newest -> "its rendition came late and covered a newer one, and its commit was refused,"
                        + " so it made the renditions of " + newest.name() + " again");
    }
}
