package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.KeyLayout;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem.Kind;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.resize.JobSettings.MissingUploads;
import renditions.testing.PaperImages;

/// An upload that was received before is worked on by another engine.
class SuspectsTest {
    @Test
    void only_the_picture_of_a_redelivered_message_is_a_suspect() throws Exception {
        try (var desk = new Desk()) {
            var suspects = new PaperImages();
            suspects.breakDecoding(Kind.CRASHED.because("for the test"));
            var job = job(desk, suspects);
            var event = desk.upload("1200x800");

            assertThat(Desk.problem(job.run(Cancellation.never(), Desk.redelivered(event)))
                            .code())
                    .isEqualTo("CRASHED");
            assertThat(job.run(Cancellation.never(), event)).isInstanceOf(Outcome.Done.class);
        }
    }

    static ResizeJob job(Desk desk, PaperImages suspects) {
        var settings = new JobSettings(
                Desk.SET,
                new KeyLayout.Stable("out", "renditions/", "manifests/", "quarantine/"),
                ImageLimits.DEFAULT,
                1000,
                "no-store",
                MissingUploads.FAIL,
                CorruptUploads.RETRY,
                true);
        var costs = new CostModel(desk.images().profile());
        return new ResizeJob(
                desk.store(),
                desk.images(),
                suspects,
                desk.lanes(),
                desk.memory(),
                costs,
                settings,
                InstantSource.system());
    }
}
