package renditions.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.testing.Manner;
import renditions.testing.MemoryStore;

/// An upload whose renditions exist and that was replaced, or removed, since. The work on that event meets a fault.
///
/// @param folder the folder of the upload, for this trial alone
record Trial(Site site, Fault fault, FaultyCall call, Manner manner, String folder) {
    private static final String OLD = "1200x800";
    private static final String NEW = "60x40";
    private static final String CORRUPT = "rubbish";

    /// The ETag of what is no picture.
    static final String CORRUPT_TAG = MemoryStore.etag(CORRUPT.getBytes(UTF_8)).replace("\"", "");

    /// How the work ended.
    ///
    /// @param requests how often the call was made
    record Result(Outcome<Made> outcome, long requests) {
        /// The outcome, in a word.
        String word() {
            return switch (outcome) {
                case Outcome.Done<Made> _ -> "done";
                case Outcome.Skipped<Made>(var reason) -> reason.startsWith("gone: its") ? "removed" : "skipped";
                case Outcome.Quarantined<Made> _ -> "quarantined";
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
        var result = play(() -> site.unkind().treat(call.method(), call.path(upload()), manner));

        nothingIsHalfPublished(result);
        site.unkind().treatAsUsual(folder);
        if (!result.word().equals(call.event().success())) {
            var redelivered = new Result(site.workAgain(upload()), 1);
            assertThat(redelivered.word())
                    .as("redelivered")
                    .isEqualTo(call.event().success());
            nothingIsHalfPublished(redelivered);
        }
        return result;
    }

    /// The fault comes once.
    Result once() throws InterruptedException {
        var result = play(() -> site.unkind().treatOnce(call.method(), call.path(upload()), manner));
        nothingIsHalfPublished(result);
        return result;
    }

    private Result play(Runnable faulty) throws InterruptedException {
        site.upload(upload(), OLD);
        assertThat(site.work(upload())).isInstanceOf(Outcome.Done.class);
        switch (call.event()) {
            case REPLACED, REDELIVERED -> site.upload(upload(), NEW);
            case CORRUPTED -> site.upload(upload(), CORRUPT);
            case REMOVED -> site.remove(upload());
        }
        faulty.run();
        int receives = call.event() == FaultyCall.Event.REDELIVERED ? 2 : 1;
        return new Result(site.workUnkindly(fault, upload(), receives), requests());
    }

    /// After a success everything is published, or removed. Otherwise the manifest is the old one. Each rendition
    /// is whole. There is a report if the upload was quarantined.
    private void nothingIsHalfPublished(Result result) {
        switch (result.word()) {
            case "done" -> {
                assertThat(manifest()).contains("\"width\":60", "\"bytes\":13");
                assertThat(rendition()).isEqualTo("60x40 webp 80");
            }
            case "quarantined" -> {
                assertThat(report()).contains("\"code\":\"CORRUPT\"");
                assertThat(manifest()).contains("\"width\":1200");
                assertThat(rendition()).isEqualTo("320x213 webp 80");
            }
            case "removed" -> {
                assertThat(manifest()).contains("\"removed\"");
                assertThat(rendition()).isEmpty();
            }
            default -> {
                assertThat(manifest()).contains("\"width\":1200");
                assertThat(rendition())
                        .isIn("320x213 webp 80", call.event() == FaultyCall.Event.REMOVED ? "" : "60x40 webp 80");
            }
        }
    }

    private String manifest() {
        return site.stored("manifests/" + upload());
    }

    private String report() {
        return site.stored("quarantine/" + upload() + "/" + CORRUPT_TAG + ".json");
    }

    private String rendition() {
        return site.stored("renditions/" + upload() + "/small.webp");
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
