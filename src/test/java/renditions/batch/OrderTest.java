package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class OrderTest {
    /// Items 0 to 5 in two groups: the even ones and the odd ones.
    private final Order groups = new Order(6, item -> item % 2, _ -> false);

    /// Items 0 to 3, each in a group of its own.
    private final Order alone = new Order(4, item -> item, _ -> false);

    @Test
    void items_that_do_not_depend_on_each_other_come_in_their_order() {
        assertThat(taken(alone, _ -> true)).containsExactly(0, 1, 2, 3);
        assertThat(alone.hasNext()).isFalse();
    }

    @Test
    void of_each_group_only_the_first_may_start_and_the_next_when_it_is_acknowledged() {
        assertThat(taken(groups, _ -> true)).containsExactly(0, 1);

        groups.acknowledged(1);
        assertThat(taken(groups, _ -> true)).containsExactly(3);
        groups.acknowledged(0);
        groups.acknowledged(3);
        assertThat(taken(groups, _ -> true)).containsExactly(2, 5);
    }

    @Test
    void what_does_not_fit_is_deferred_and_looked_at_again_when_something_has_changed() {
        assertThat(taken(alone, item -> item == 2)).containsExactly(2);
        assertThat(alone.hasDeferred()).isTrue();
        assertThat(alone.hasNext()).as("nothing has changed").isFalse();

        alone.reconsider();
        assertThat(alone.hasNext()).isTrue();
        assertThat(taken(alone, item -> item != 0)).containsExactly(1, 3);
        assertThat(alone.hasNext()).isFalse();
        assertThat(alone.dropAll()).containsExactly(0);
    }

    @Test
    void what_was_not_looked_at_yet_goes_before_what_is_deferred() {
        assertThat(taken(groups, item -> item == 1)).containsExactly(1);
        groups.acknowledged(1);
        groups.reconsider();

        assertThat(taken(groups, _ -> true)).containsExactly(3, 0);
    }

    @Test
    void behind_an_item_its_group_is_dropped_and_no_other() {
        assertThat(taken(groups, _ -> true)).containsExactly(0, 1);

        assertThat(groups.dropBehind(0)).containsExactly(2, 4);
        assertThat(groups.dropBehind(0)).as("once").isEmpty();
        groups.acknowledged(1);
        assertThat(taken(groups, _ -> true)).containsExactly(3);
    }

    @Test
    void all_that_has_not_started_can_be_dropped() {
        assertThat(taken(groups, item -> item == 0)).containsExactly(0);

        groups.acknowledged(0);
        assertThat(groups.dropAll()).containsExactly(1, 2, 3, 4, 5);
        groups.reconsider();
        assertThat(groups.hasNext()).isFalse();
    }

    @Test
    void the_deferred_item_that_takes_least_is_the_most_promising() {
        assertThat(taken(alone, _ -> false)).isEmpty();

        assertThat(alone.mostPromising(item -> item == 2 ? 5 : 7)).isEqualTo(2);
        assertThat(alone.mostPromising(_ -> 7)).as("the first of equals").isEqualTo(0);
        assertThat(alone.dropAll()).containsExactly(1, 3);
    }

    @Test
    void an_item_that_is_put_back_is_deferred() {
        assertThat(taken(alone, _ -> true)).containsExactly(0, 1, 2, 3);
        assertThat(alone.hasDeferred()).isFalse();

        alone.putBack(2);
        alone.reconsider();

        assertThat(taken(alone, _ -> true)).containsExactly(2);
    }

    @Test
    void items_whose_turn_it_is_come_first() {
        var order = new Order(4, item -> item, item -> item >= 2);

        assertThat(taken(order, _ -> true)).containsExactly(2, 3, 0, 1);
    }

    @Test
    void the_others_wait_until_one_whose_turn_it_is_was_tried() {
        var order = new Order(4, item -> item, item -> item >= 2);
        assertThat(taken(order, item -> item != 3)).containsExactly(2);
        order.reconsider();
        assertThat(taken(order, item -> item != 3)).as("something has changed").isEmpty();

        assertThat(order.mostPromising(_ -> 7)).isEqualTo(3);
        assertThat(taken(order, item -> item != 3)).containsExactly(0, 1);
    }

    /// All that it gives, one after the other.
    private static List<Integer> taken(Order order, IntPredicate fits) {
        var items = new ArrayList<Integer>();
        for (var next = order.next(fits); next.isPresent(); next = order.next(fits)) {
            items.add(next.getAsInt());
        }
        return items;
    }
}
