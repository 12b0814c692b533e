package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private final AtomicInteger givenBack = new AtomicInteger();

    @Test
    void a_reference_is_given_back_when_its_owner_closes_it_and_never_again() {
        var reference = takeOver(Function.identity());
        assertThat(givenBack).hasValue(0);

        reference.close();
        assertThatThrownBy(reference::close).isInstanceOf(IllegalStateException.class);

        assertThat(givenBack).hasValue(1);
    }

    @Test
    void a_reference_is_given_back_if_its_memory_cannot_be_had() {
        assertThatThrownBy(() -> takeOver(reference -> reference.memory(MemorySegment.NULL, -1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(givenBack).hasValue(1);
    }

    @Test
    void a_reference_is_given_back_if_there_is_no_memory_for_its_owner() {
        assertThatThrownBy(() -> takeOver(_ -> {
                    throw new OutOfMemoryError("for the test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(givenBack).hasValue(1);
    }

    @Test
    void a_reference_that_its_owner_closed_before_it_failed_is_not_given_back_again() {
        assertThatThrownBy(() -> takeOver(reference -> {
                    reference.close();
                    throw new IllegalStateException("for the test");
                }))
                .hasMessage("for the test");
        assertThat(givenBack).hasValue(1);
    }

    private <T> T takeOver(Function<Reference, T> owner) {
        return Reference.takeOver(givenBack::incrementAndGet, owner);
    }
}
