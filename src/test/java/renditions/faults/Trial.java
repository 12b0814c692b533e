package renditions.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.testing.Manner;

/// An upload whose renditions exist and that was replaced since. The work on its new content meets a fault.
///
/// @param folder the folder of the upload, for this trial alone
record Trial(Site site, Fault fault, FaultyCall call, Manner manner, String folder) {
    private static final String OLD = "1200x800";
    private static final String NEW = "60x40";

    /// How the work ended.
    ///
    /// @param requests how often the call was made
    record Result(Outcome<Made> outcome, long requests) {
        /// The outcome, in a word.
        String word() {
            return switch (outcome) {
                case Outcome.Done<Made> _ -> "done";
                case Outcome.Skipped<Made> _ -> "skipped";
                case Outcome.Failed<Made>(var problem) -> "`" + problem.code() + "`";
                case Outcome.NotStarted<Made> _ -> "not started";
                case Outcome.NotFinished<Made> _ -> "not finished";
            };
        }

        /// As the page shows it.
        String cell() {
            return requests > 1 ? word() + " after " + requests : word();
        }
    }

    /// The fault lasts, then it passes and the message is redelivered.
    Result lasting() throws InterruptedException {
        var result = replaced(() -> site.unkind().treat(call.method(), call.path(upload()), manner));

        nothingIsHalfPublished(result);
        site.unkind().treatAsUsual(folder);
        assertThat(site.work(upload())).as("redelivered").isInstanceOf(Outcome.Done.class);
        newContentIsPublished();
        return result;
    }

    /// The fault comes once.
    Result once() throws InterruptedException {
        var result = replaced(() -> site.unkind().treatOnce(call.method(), call.path(upload()), manner));
        nothingIsHalfPublished(result);
        return result;
    }

    private Result replaced(Runnable faulty) throws InterruptedException {
        site.upload(upload(), OLD);
        assertThat(site.work(upload())).isInstanceOf(Outcome.Done.class);
        site.upload(upload(), NEW);
        faulty.run();
        var outcome = site.workUnkindly(fault, upload());
        return new Result(outcome, requests());
    }

    /// The manifest is the old one, or the new one with all its renditions. Each rendition is whole.
    private void nothingIsHalfPublished(Result result) {
        if (result.outcome() instanceof Outcome.Done) {
            newContentIsPublished();
        } else {
            assertThat(manifest()).contains("\"width\":1200");
            assertThat(rendition()).isIn("320x213 webp 80", "60x40 webp 80");
        }
    }

    private void newContentIsPublished() {
        assertThat(manifest())
                .contains("\"width\":60", "\"bytes\":" + rendition().length());
        assertThat(rendition()).isEqualTo("60x40 webp 80");
    }

    private String manifest() {
        return new String(site.stored("manifests/" + upload()), UTF_8);
    }

    private String rendition() {
        return new String(site.stored("renditions/" + upload() + "/small.webp"), UTF_8);
    }

    private String upload() {
        return folder + "/a.jpg";
    }

    private long requests() {
        return site.unkind().calls().stream()
                .filter(seen ->
                        seen.method().equals(call.method()) && seen.path().equals(call.path(upload())))
                .count();
    }
}
