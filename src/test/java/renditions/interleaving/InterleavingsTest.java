package renditions.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.interleaving.Act.ask;
import static renditions.interleaving.Act.delete;
import static renditions.interleaving.Act.upload;
import static renditions.interleaving.Act.uploadToldNobody;
import static renditions.interleaving.Act.uploadToldTwice;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.catalog.KeyLayout;
import renditions.testing.Soak;

/// Up to three messages about one key, every interleaving of their attempts call by call: when all of them are
/// acknowledged, the manifest and the renditions are those of what is there, and none if nothing is. What no
/// renditions can be made of has a report, and what was made before is whole.
class InterleavingsTest {
    static final String A = "60x40";
    static final String B = "60x20";

    /// No renditions can be made of it.
    static final String CORRUPT = "rubbish";

    static Stream<Story> stories() {
        return Stream.of(Story.STABLE, Story.VERSIONED)
                .flatMap(layout -> Soak.times(0, 1) == 0 ? reduced(layout) : full(layout));
    }

    private static Stream<Story> reduced(KeyLayout layout) {
        return Stream.of(
                Story.of(layout, upload(A)).kills(1).outOfTime(1),
                Story.of(layout, upload(A), upload(B)).kills(1),
                Story.of(layout, upload(A), upload(B)).outOfTime(1),
                Story.of(layout, upload(A), delete()).kills(1),
                Story.of(layout, upload(A), delete()).outOfTime(1),
                Story.of(layout, uploadToldTwice(A), upload(B)),
                Story.of(layout, upload(A), upload(B), upload(A)),
                Story.of(layout, upload(A), upload(B), upload(A)).withoutSequencers(),
                Story.of(layout, upload(A), upload(B), delete()),
                Story.of(layout, upload(A), delete(), upload(A)),
                Story.of(layout, upload(CORRUPT), upload(B)).kills(1),
                Story.of(layout, upload(A), upload(CORRUPT)).kills(1),
                Story.of(layout, upload(A), upload(CORRUPT)).outOfTime(1),
                Story.of(layout, upload(A), upload(CORRUPT), upload(B)),
                Story.of(layout, upload(A), upload(B), upload(CORRUPT)),
                Story.of(layout, upload(A), upload(B), delete()).withoutRemovals(),
                Story.of(layout, upload(A), upload(B), upload(CORRUPT)).withoutRemovals(),
                Story.of(layout, upload(A), upload(B)).uncounted().kills(1),
                Story.of(layout, upload(A), delete()).uncounted().kills(1),
                Story.of(layout, upload(A), upload(CORRUPT)).uncounted().kills(1),
                Story.of(layout, uploadToldNobody(A), ask(), upload(B)).kills(1),
                Story.of(layout, upload(A), ask(), delete()),
                Story.of(layout, uploadToldNobody(CORRUPT), ask(), upload(B)));
    }

    private static Stream<Story> full(KeyLayout layout) {
        return Stream.of(
                Story.of(layout, upload(A), upload(B)).kills(1).outOfTime(1),
                Story.of(layout, upload(A), delete()).kills(1).outOfTime(1),
                Story.of(layout, uploadToldTwice(A), upload(B)).kills(1),
                Story.of(layout, uploadToldTwice(A), upload(B)).outOfTime(1),
                Story.of(layout, upload(A), upload(B), upload(A)).kills(1),
                Story.of(layout, upload(A), upload(B), upload(A)).outOfTime(1),
                Story.of(layout, upload(A), upload(B), upload(A))
                        .withoutSequencers()
                        .kills(1),
                Story.of(layout, upload(A), upload(B), delete()).kills(1),
                Story.of(layout, upload(A), upload(B), delete()).outOfTime(1),
                Story.of(layout, upload(A), delete(), upload(A)).kills(1),
                Story.of(layout, upload(A), delete(), upload(A)).outOfTime(1),
                Story.of(layout, upload(A), upload(CORRUPT)).kills(1).outOfTime(1),
                Story.of(layout, upload(CORRUPT), upload(A), upload(CORRUPT)).kills(1),
                Story.of(layout, upload(A), upload(CORRUPT), upload(B)).kills(1),
                Story.of(layout, upload(A), upload(B), upload(CORRUPT)).kills(1),
                Story.of(layout, upload(A), upload(CORRUPT), delete()).kills(1),
                Story.of(layout, upload(A), upload(B), delete())
                        .withoutRemovals()
                        .kills(1),
                Story.of(layout, upload(A), upload(B), upload(CORRUPT))
                        .withoutRemovals()
                        .kills(1),
                Story.of(layout, upload(A), upload(B)).uncounted().kills(1).outOfTime(1),
                Story.of(layout, upload(A), upload(B), upload(A)).uncounted().kills(1),
                Story.of(layout, upload(A), upload(B), delete()).uncounted().kills(1),
                Story.of(layout, upload(A), upload(B), upload(CORRUPT))
                        .uncounted()
                        .kills(1),
                Story.of(layout, upload(A), ask(), upload(B)).kills(1),
                Story.of(layout, upload(A), ask(), upload(B)).outOfTime(1),
                Story.of(layout, upload(A), ask(), delete()).kills(1),
                Story.of(layout, upload(A), upload(B), ask()).kills(1),
                Story.of(layout, uploadToldNobody(A), ask(), ask(), upload(B)),
                Story.of(layout, upload(A), ask(), upload(CORRUPT)).kills(1));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void the_end_is_that_of_the_newest_upload(Story story) {
        try (var explorer = new Explorer(story, Physics.S3)) {
            var tally = explorer.explore();

            System.out.printf(
                    Locale.ROOT, "%s: %,d moments, %,d interleavings%n", story, tally.moments(), tally.interleavings());
            assertThat(tally.interleavings()).isPositive();
        }
    }
}
