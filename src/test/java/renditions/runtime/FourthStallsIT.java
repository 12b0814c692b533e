package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.lambda.RenditionsFunction;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Manner;

/// One upload that S3 never delivers, among others that are done quickly.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class FourthStallsIT {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final Trial trial = new Trial(RenditionsFunction.class, Map.of());

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void three_are_done_and_the_fourth_stalls_the_answer_is_on_time_and_names_only_the_fourth() throws Exception {
        var first = trial.invoke(batch("first"), AMPLE);
        assertThat(first.acknowledged()).hasSize(4);
        trial.gate().treat("GET", "/uploads/second/4.jpg", new Manner.Silent());

        var verdict = trial.invoke(batch("second"), enough(first.invocation()));

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.invocation().status()).isInstanceOf(InvocationStatus.Answered.class);
        assertThat(verdict.acknowledged()).containsExactlyInAnyOrder("second/1.jpg", "second/2.jpg", "second/3.jpg");
    }

    /// A time-out for three such pictures, on this machine under its present load, with a minimum for very fast
    /// machines.
    private static Duration enough(Invocation four) {
        return Duration.ofSeconds(2).plusNanos(3 * (four.status().at() - four.begun()));
    }

    private List<Message> batch(String folder) {
        var picture = ImageFiles.jpeg(Drawing.photo(400, 300));
        return IntStream.rangeClosed(1, 4)
                .mapToObj(number -> trial.upload(folder + "/" + number + ".jpg", picture))
                .map(upload -> Message.announcing(upload.key(), List.of(upload), false))
                .toList();
    }
}
