package renditions.interleaving;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renditions.interleaving.Act.delete;
import static renditions.interleaving.Act.upload;
import static renditions.interleaving.Act.uploadToldTwice;
import static renditions.interleaving.InterleavingsTest.A;
import static renditions.interleaving.InterleavingsTest.B;
import static renditions.interleaving.Story.STABLE;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Without one of the rules, or one of the promises of the store, an interleaving ends wrong, and it is found. A
/// rule is taken out by a world in which it has no effect.
class CanaryTest {
    static Stream<Arguments> missing() {
        return Stream.of(
                Arguments.of("touch", Story.of(STABLE, upload(A), upload(B), upload(A)), Flawed.FORGETS_TOUCHES),
                Arguments.of("fence", Story.of(STABLE, uploadToldTwice(A), upload(B)), Flawed.FORGETS_FENCES),
                Arguments.of(
                        "verify",
                        Story.of(STABLE, upload(A), upload(B)).kills(1).alwaysFirst(),
                        Physics.S3),
                Arguments.of("commit", Story.of(STABLE, upload(A), upload(B)), Flawed.UNCONDITIONAL),
                Arguments.of("look again", Story.of(STABLE, upload(A), upload(B)), Flawed.LOSERS_WIN),
                Arguments.of(
                        "revision",
                        Story.of(STABLE, uploadToldTwice(A), upload(B)).kills(1),
                        Flawed.SAME_REVISIONS),
                Arguments.of("tombstone", Story.of(STABLE, upload(A), delete()), Flawed.FORGETS_TOMBSTONES));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void what_is_missing_is_found(String name, Story story, Physics physics) {
        try (var explorer = new Explorer(story, physics)) {
            assertThatThrownBy(explorer::explore).as(name).isInstanceOf(AssertionError.class);
        }
    }
}
