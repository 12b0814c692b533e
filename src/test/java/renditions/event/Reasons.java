package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The properties of every reason.
final class Reasons {
    private Reasons() {}

    static void assertUnreadable(Entry entry, String... reason) {
        assertThat(entry).isInstanceOfSatisfying(Entry.Unreadable.class, unreadable -> {
            assertThat(unreadable.reason()).contains(reason);
            assertOneShortLine(unreadable.reason());
        });
    }

    static void assertMisread(String body, String reason) {
        assertThatThrownBy(() -> BodyReader.entries(body)).isInstanceOfSatisfying(Misread.class, problem -> {
            assertThat(problem.reason()).contains(reason);
            assertOneShortLine(problem.reason());
        });
    }

    static void assertOneShortLine(String reason) {
        assertThat(reason).hasSizeLessThan(300).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\u2028\u2029]");
    }
}
