package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import renditions.batch.Deadline.Margins;
import renditions.batch.OneLane.Item;
import renditions.testing.Soak;

/// No item starves, whatever is predicted of it and of others, rightly or wrongly: one that needs at most a
/// third of the remaining time is acknowledged at its first receive if it is alone, and beside others when it
/// is its turn. In virtual time. Since any prediction may come, so may those of every history that a cost
/// model can learn from.
class StarvationTest {
    private static final int BATCHES = Soak.times(20_000, 1_000_000);
    private static final long REMAINING = 1_200;
    private static final Deadline DEADLINE = Deadline.after(
            0, Duration.ofNanos(REMAINING), new Margins(Duration.ofMillis(250), Duration.ofMillis(250)), Duration.ZERO);

    private static final long THIRD = REMAINING / 3;

    @Test
    void an_item_that_is_alone_is_done_at_once() {
        IntStream.range(0, BATCHES).forEach(seed -> {
            var random = new Random(seed);
            var alone = item(random, THIRD, false);

            assertThat(new OneLane(List.of(alone), DEADLINE).play())
                    .as("seed %d", seed)
                    .containsExactly(Numbers.done(0));
        });
    }

    @Test
    void beside_others_an_item_is_done_when_it_is_its_turn() {
        IntStream.range(0, BATCHES).forEach(seed -> {
            var random = new Random(seed);
            var all = new ArrayList<>(others(random));
            all.add(item(random, THIRD, true));
            all.addAll(rightlyPredicted(random));
            Collections.shuffle(all, random);

            var outcomes = new OneLane(all, DEADLINE).play();

            assertThat(IntStream.range(0, all.size())
                            .filter(item -> all.get(item).turn()))
                    .as("seed %d: %s", seed, all)
                    .allMatch(item -> outcomes.get(item).acknowledged());
        });
    }

    @Test
    void an_item_that_takes_all_the_time_keeps_the_same_others_waiting_once() {
        var endless = new Item(100_000, 100_000, 100_000, true);
        var small = Collections.nCopies(9, new Item(20, 20, 20, false));

        var first = new OneLane(join(List.of(endless), small), DEADLINE).play();
        assertThat(first).noneMatch(Outcome::acknowledged);

        var theirTurn = Collections.nCopies(9, new Item(20, 20, 20, true));
        var second = new OneLane(join(List.of(new Item(100_000, 100_000, 100_000, false)), theirTurn), DEADLINE).play();
        assertThat(second.subList(1, 10)).allMatch(Outcome::acknowledged);
        assertThat(second.getFirst()).as("tried when they are done").isInstanceOf(Outcome.NotFinished.class);
    }

    /// Any number of items that need any time, and of which anything is predicted.
    private static List<Item> others(Random random) {
        return Stream.generate(() -> item(random, 2 * REMAINING, false))
                .limit(random.nextInt(30))
                .toList();
    }

    /// Some whose turn it is and that need a third of the remaining time together.
    private static List<Item> rightlyPredicted(Random random) {
        int number = random.nextInt(6);
        return Stream.generate(() -> random.nextLong(1, THIRD / 6))
                .limit(number)
                .map(needs -> new Item(needs, needs, needs, true))
                .toList();
    }

    private static Item item(Random random, long most, boolean turn) {
        return new Item(random.nextLong(1, most + 1), prediction(random), prediction(random), turn);
    }

    /// From nothing to a thousand times the remaining time, of every order of magnitude.
    private static long prediction(Random random) {
        return (long) Math.pow(10, random.nextDouble() * 6) - 1;
    }

    private static List<Item> join(List<Item> some, List<Item> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
