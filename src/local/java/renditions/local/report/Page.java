package renditions.local.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The contact sheet for its template; the method names are the template's words.
///
/// @param allowance how many bytes of renditions the page may hold before encoding, shared evenly by its items
record Page(Run run, long allowance) {
    /// With more items than this, those with a problem are also listed at the top.
    private static final int LONG = 12;

    String title() {
        return Harmless.text(run.title(), true);
    }

    String items() {
        return Words.count(all().count(), run.noun());
    }

    String renditions() {
        return Words.count(all().mapToLong(it -> it.renditions().size()).sum(), "rendition");
    }

    /// The items of the run, and the one that followed, as it was in the end.
    private Stream<RunItem> all() {
        return Stream.concat(run.items().stream(), run.then().map(Replacement::last).stream());
    }

    String engine() {
        return run.engine();
    }

    String duration() {
        return Words.seconds(run.took().plus(run.then().map(Replacement::took).orElse(Duration.ZERO)));
    }

    List<ReceiveRow> answers() {
        return run.receives().stream()
                .map(receive -> new ReceiveRow(receive, run.took()))
                .toList();
    }

    /// The statuses that occur.
    List<Tally> tallies() {
        return Arrays.stream(ItemStatus.values())
                .map(status -> new Tally(
                        status, all().filter(item -> item.status() == status).count()))
                .filter(tally -> tally.count() > 0)
                .toList();
    }

    /// An upload that followed and was replaced: one or none.
    List<ReplacementCard> then() {
        return run
                .then()
                .map(replacement -> new ReplacementCard(replacement, run.items().size() + 1, allowance))
                .stream()
                .toList();
    }

    /// Built one by one while the page is written, so that embedded pictures do not pile up in memory.
    Iterator<Card> cards() {
        return cards(IntStream.range(0, run.items().size())).iterator();
    }

    /// The cards with a problem, on long pages only.
    List<Card> problems() {
        if (run.items().size() <= LONG) {
            return List.of();
        }
        return cards(IntStream.range(0, run.items().size()).filter(this::problem))
                .toList();
    }

    boolean hasProblems() {
        return !problems().isEmpty();
    }

    private boolean problem(int index) {
        return switch (run.items().get(index).status()) {
            case QUARANTINED, FAILED, UNFINISHED, UNSTARTED -> true;
            case MADE, SKIPPED -> false;
        };
    }

    private Stream<Card> cards(IntStream indices) {
        var share = new Allowance(allowance / Math.max(1, run.items().size()));
        return indices.mapToObj(index -> card(index, share));
    }

    private Card card(int index, Allowance share) {
        var item = run.items().get(index);
        return new Card(index + 1, item, share.embedded(item), run.took());
    }
}
