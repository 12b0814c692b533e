package renditions.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import renditions.histories.Trouble.Deed;

final class RandomHistoriesTest {
    @Test
    void the_same_seed_gives_the_same_history_and_another_another() {
        assertThat(RandomHistories.of(1)).isEqualTo(RandomHistories.of(1));
        assertThat(RandomHistories.of(1).steps())
                .isNotEqualTo(RandomHistories.of(2).steps());
    }

    @Test
    void a_hundred_histories_hold_everything_that_can_happen() {
        var steps = steps();
        var invocations = of(steps, Step.Invoke.class);

        assertThat(steps.stream().<Class<?>>map(Step::getClass).distinct())
                .hasSize(Step.class.getPermittedSubclasses().length);
        assertThat(of(steps, Step.Change.class).stream().map(Step.Change::content))
                .contains(Content.values());
        assertThat(invocations.stream().map(invoke -> invoke.trouble().deed())).contains(Deed.values());
        assertThat(invocations)
                .anyMatch(invoke ->
                        invoke.trouble().deed().kills() && invoke.trouble().hold() > 0);
        assertThat(invocations.stream().map(Step.Invoke::host).distinct()).hasSize(Reality.HOSTS);
    }

    private static List<Step> steps() {
        return LongStream.range(0, 100)
                .mapToObj(RandomHistories::of)
                .flatMap(history -> history.steps().stream())
                .toList();
    }

    private static <T> List<T> of(List<Step> steps, Class<T> kind) {
        return steps.stream()
                .flatMap(step -> kind.isInstance(step) ? Stream.of(kind.cast(step)) : Stream.of())
                .toList();
    }
}
