package renditions.event;

import java.util.LinkedHashMap;
import java.util.List;
import renditions.batch.Outcome;
import renditions.batch.Severity;
import renditions.json.Json;

/// Writes the reply to tasks of S3 Batch Operations: a result for each (S3 user guide, "Invoke AWS Lambda
/// function"). The job tries a temporary failure again, and reports a permanent one.
final class BatchOperationsReply {
    /// The most characters of a result's text.
    static final int LONGEST = 1024;

    private BatchOperationsReply() {}

    /// What the reply repeats of the event.
    ///
    /// @param schema the version of the event's schema
    /// @param invocation the id of the invocation
    record Echo(String schema, String invocation) {}

    /// How a task ended, the worst last: of two tasks with one id, the worse counts.
    private enum Code {
        SUCCEEDED("Succeeded"),
        PERMANENT("PermanentFailure"),
        TEMPORARY("TemporaryFailure");

        private final String text;

        Code(String text) {
            this.text = text;
        }
    }

    private record Result(Code code, String text) {
        private Result worse(Result other) {
            return code.compareTo(other.code) >= 0 ? this : other;
        }
    }

    /// The reply, with a result for each id, in the order of the tasks.
    ///
    /// @param tasks the tasks with their outcomes
    /// @return JSON in UTF-8
    static byte[] write(Echo echo, List<DeliveryOutcome> tasks) {
        var results = new LinkedHashMap<String, Result>();
        for (var task : tasks) {
            for (var outcome : task.outcomes()) {
                results.merge(task.delivery().id(), result(outcome), Result::worse);
            }
        }
        var reply = Json.object()
                .put("invocationSchemaVersion", echo.schema())
                .put("treatMissingKeysAs", Code.TEMPORARY.text)
                .put("invocationId", echo.invocation());
        var array = reply.putArray("results");
        results.forEach((task, result) -> array.addObject()
                .put("taskId", task)
                .put("resultCode", result.code().text)
                .put("resultString", Excerpt.of(result.text(), LONGEST)));
        return Json.write(reply);
    }

    private static Result result(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> new Result(Code.SUCCEEDED, "done: all renditions are stored");
            case Outcome.Skipped<?>(var reason) -> new Result(Code.SUCCEEDED, "skipped: " + reason);
            case Outcome.Quarantined<?>(var problem, var report) ->
                new Result(
                        Code.SUCCEEDED,
                        "quarantined: " + problem.code() + ", " + problem.message() + "; see " + report);
            case Outcome.Failed<?>(var problem) ->
                new Result(
                        problem.severity() == Severity.PERMANENT ? Code.PERMANENT : Code.TEMPORARY,
                        "failed: " + problem.code() + ", " + problem.message());
            case Outcome.NotStarted<?> _ -> new Result(Code.TEMPORARY, "not started: the function's log says why");
            case Outcome.NotFinished<?> _ -> new Result(Code.TEMPORARY, "not finished: the function's log says why");
        };
    }
}
