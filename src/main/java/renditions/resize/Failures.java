package renditions.resize;

import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Reason;
import renditions.batch.Severity;
import renditions.catalog.Made;
import renditions.image.ImageProblem;
import renditions.resize.JobSettings.MissingUploads;
import renditions.store.StoreProblem;

/// Turns problems of pictures and of the store into outcomes.
final class Failures {
    private Failures() {}

    static Outcome<Made> of(ImageProblem problem) {
        return switch (problem) {
            case ImageProblem.Stopped _ -> new Outcome.NotFinished<>(new Reason.Stopped(Reason.Lane.PIXELS));
            case ImageProblem.Failure failure -> failed(failure.code(), failure.message(), failure.severity());
        };
    }

    static Outcome<Made> of(StoreProblem problem) {
        return switch (problem) {
            case StoreProblem.Stopped _ -> new Outcome.NotFinished<>(new Reason.Stopped(Reason.Lane.NETWORK));
            case StoreProblem.Missing _, StoreProblem.Changed _, StoreProblem.TooLarge _, StoreProblem.Failure _ ->
                failed(problem.code(), problem.message(), problem.severity());
        };
    }

    /// The outcome if the upload is missing.
    static Outcome<Made> of(StoreProblem.Missing upload, MissingUploads missing) {
        return switch (missing) {
            case SKIP -> new Outcome.Skipped<>("gone: it was deleted before its renditions were made");
            case FAIL -> of(upload);
        };
    }

    /// The outcome if the cancellation comes between two steps, which is on the network lane.
    static Outcome<Made> stopped() {
        return new Outcome.NotFinished<>(new Reason.Stopped(Reason.Lane.NETWORK));
    }

    static Outcome<Made> failed(String code, String message, Severity severity) {
        return new Outcome.Failed<>(Problem.of(code, message, severity));
    }
}
