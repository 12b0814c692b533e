package renditions.local.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One HTML page that shows a run: every upload with its renditions, how it ended and why. The page is
/// self-contained: pictures are data URIs, there is no script, and its content security policy allows neither
/// scripts nor requests.
public final class ContactSheet {
    /// How many bytes of renditions a page may embed, before Base64, shared evenly by its items; a browser stays
    /// quick with this much. The smallest renditions are embedded, the others only described.
    static final long ALLOWANCE = 30_000_000;

    /// With more items than this, those with a problem are also listed at the top.
    private static final int LONG = 12;

    private static final Template TEMPLATE = template();

    private ContactSheet() {}

    /// Writes the page of a run.
    ///
    /// @param page UTF-8; neither flushed nor closed here
    public static void write(Run run, Writer page) {
        TEMPLATE.execute(new Page(run, ALLOWANCE), page);
    }

    private static Template template() {
        var file = Objects.requireNonNull(ContactSheet.class.getResourceAsStream("contact-sheet.html"));
        try (Reader text = new InputStreamReader(file, UTF_8)) {
            return Mustache.compiler().escapeHTML(true).compile(text);
        } catch (IOException problem) {
            throw new UncheckedIOException("contact-sheet.html", problem);
        }
    }

    /// The page for the template; the method names are the template's words.
    record Page(Run run, long allowance) {
        String title() {
            return Harmless.text(run.title(), true);
        }

        String items() {
            return Words.count(run.items().size(), run.noun());
        }

        String renditions() {
            return Words.count(
                    run.items().stream().mapToLong(it -> it.renditions().size()).sum(), "rendition");
        }

        String engine() {
            return run.engine();
        }

        String duration() {
            return Words.seconds(run.took());
        }

        List<ReceiveRow> answers() {
            return run.receives().stream()
                    .map(receive -> new ReceiveRow(receive, run.took()))
                    .toList();
        }

        /// The statuses that occur.
        List<Tally> tallies() {
            return Arrays.stream(ItemStatus.values())
                    .map(status -> new Tally(status, run.count(status)))
                    .filter(tally -> tally.count() > 0)
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
                case FAILED, UNFINISHED, UNSTARTED -> true;
                case MADE, SKIPPED -> false;
            };
        }

        private Stream<Card> cards(IntStream indices) {
            long share = allowance / Math.max(1, run.items().size());
            return indices.mapToObj(index -> Card.of(index + 1, run.items().get(index), share, run.took()));
        }
    }

    /// One receive as a row of the time line.
    record ReceiveRow(RunReceive receive, Duration whole) {
        int number() {
            return receive.number();
        }

        String at() {
            return Words.seconds(receive.from());
        }

        String outcome() {
            return Harmless.text(receive.outcome(), true);
        }

        String reply() {
            return receive.reply()
                    .lines()
                    .map(line -> Harmless.text(line, true))
                    .collect(Collectors.joining("\n"));
        }

        boolean isFirst() {
            return receive.number() == 1;
        }

        /// The share of its deliveries that were acknowledged, in percent for the style sheet.
        String deleted() {
            return 100 * receive.deleted() / Math.max(1, receive.messages()) + "%";
        }

        boolean hasReply() {
            return !receive.reply().isEmpty();
        }

        /// The receive as a mark on the time line.
        Journey.Track track() {
            var stop = new Journey.Stop(receive.from(), receive.to(), ItemStatus.MADE);
            return new Journey(List.of(stop), Place.DELETED).track(whole);
        }
    }

    /// How often a status occurs.
    record Tally(ItemStatus status, long count) {
        String word() {
            return status.word();
        }

        String style() {
            return status.name().toLowerCase(Locale.ROOT);
        }

        String sign() {
            return status.sign(true);
        }
    }
}
