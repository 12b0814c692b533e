package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import renditions.runtime.Plan.Content;
import renditions.runtime.Plan.Letter;
import renditions.runtime.Plan.Place;
import renditions.testing.Manner;

final class PlansTest {
    @Test
    void the_same_seed_gives_the_same_plans_and_another_others() {
        assertThat(plans(1, 50).toList()).isEqualTo(plans(1, 50).toList());
        assertThat(plans(1, 50).toList()).isNotEqualTo(plans(2, 50).toList());
    }

    @Test
    void a_thousand_plans_hold_everything_that_can_be_planned() {
        var letters = plans(1, 1000).flatMap(plan -> plan.letters().stream()).toList();
        var pictures = letters.stream()
                .flatMap(letter -> letter instanceof Letter.Announcing(var all) ? all.stream() : Stream.of())
                .toList();

        assertThat(kinds(letters.stream())).hasSize(Letter.class.getPermittedSubclasses().length);
        assertThat(kinds(pictures.stream().map(Plan.Picture::content)))
                .hasSize(Content.class.getPermittedSubclasses().length);
        assertThat(kinds(pictures.stream()
                        .flatMap(picture -> picture.fault().stream())
                        .map(Plan.Fault::manner)))
                .containsExactlyInAnyOrder(Manner.Late.class, Manner.Silent.class, Manner.Half.class);
        assertThat(pictures.stream()
                        .flatMap(picture -> picture.fault().stream())
                        .map(Plan.Fault::place)
                        .distinct())
                .containsExactlyInAnyOrder(Place.values());
        assertThat(plans(1, 1000)).anyMatch(plan -> plan.timeout().isNegative());
    }

    private static Stream<Class<?>> kinds(Stream<?> values) {
        return values.<Class<?>>map(Object::getClass).distinct();
    }

    private static Stream<Plan> plans(long seed, int number) {
        return Stream.generate(new Plans(seed)::next).limit(number);
    }
}
