package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.catalog.Source;
import renditions.store.ObjectId;

class TaskTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_event_may_be_worked_on_anew_until_the_run_has_written_what_only_the_run_knows_of(int receives) {
        var source = new Source(new ObjectId("in", "a.jpg"), "e", OptionalLong.of(1), "0A", receives);
        var received = Task.received(Task.Aim.RENDITIONS, source);

        assertThat(received.isAsReceived()).isTrue();
        assertThat(received.forNewest().isAsReceived()).isTrue();
        assertThat(received.afterWriting(List.of()).isAsReceived())
                .as("that it may have written follows from the receive count")
                .isEqualTo(receives > 1);
    }
}
