package renditions.lambda;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import renditions.json.Json;
import renditions.lambda.Reprocessing.Result;
import renditions.reprocess.Defect;
import renditions.reprocess.SweepReport;
import renditions.reprocess.SweepReport.Ending;
import renditions.reprocess.Tick;
import tools.jackson.databind.node.ObjectNode;

/// What a tick led to, as JSON for whoever invoked the function, as metrics, and in words. Schedules ignore the
/// reply.
final class ReprocessReply {
    private ReprocessReply() {}

    static byte[] json(Tick tick, Result result) {
        var reply = Json.object();
        result.sweep().ifPresent(sweep -> sweep(reply.putObject("reprocess"), sweep));
        if (tick.redrive()) {
            reply.put("redrive", redrive(tick, result));
        }
        if (tick.dryRun()) {
            reply.put("dryRun", true);
        }
        return Json.write(reply);
    }

    /// Without an answer in time nobody knows whether it was started.
    private static String redrive(Tick tick, Result result) {
        if (tick.dryRun()) {
            return "not started";
        }
        return result.redriven() ? "started" : "unknown";
    }

    private static void sweep(ObjectNode reply, SweepReport sweep) {
        reply.put("ending", ending(sweep.ending())).put("listed", sweep.listed());
        var found = reply.putObject("found");
        for (var defect : Defect.values()) {
            found.put(defect.name().toLowerCase(Locale.ROOT), count(sweep, defect));
        }
        reply.put("sent", sweep.sent());
        switch (sweep.ending()) {
            case Ending.Waiting(long messages) -> reply.put("waiting", messages);
            case Ending.Failed(var problem) -> reply.put("problem", problem.message());
            case Ending.Finished _, Ending.OutOfTime _, Ending.Overtaken _ -> {}
        }
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case Ending.Finished _ -> "finished";
            case Ending.OutOfTime _ -> "out of time";
            case Ending.Overtaken _ -> "overtaken";
            case Ending.Waiting _ -> "waiting";
            case Ending.Failed _ -> "failed";
        };
    }

    /// `FoundMissing` and so on, `MessagesSent`, `SweepFinished`.
    static SequencedMap<String, Long> metrics(SweepReport sweep) {
        var metrics = new LinkedHashMap<String, Long>();
        for (var defect : Defect.values()) {
            var name = defect.name();
            metrics.put("Found" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT), count(sweep, defect));
        }
        metrics.put("MessagesSent", sweep.sent());
        metrics.put("SweepFinished", sweep.ending() instanceof Ending.Finished ? 1L : 0L);
        return metrics;
    }

    static String words(SweepReport sweep) {
        var found = Stream.of(Defect.values())
                .filter(defect -> count(sweep, defect) > 0)
                .map(defect -> count(sweep, defect) + " " + defect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "reprocessing %s: %d listed, found %s, %d messages sent%s",
                ending(sweep.ending()),
                sweep.listed(),
                found.isEmpty() ? "nothing" : found,
                sweep.sent(),
                sweep.ending() instanceof Ending.Failed(var problem) ? "; " + problem.message() : "");
    }

    private static long count(SweepReport sweep, Defect defect) {
        return sweep.found().getOrDefault(defect, 0L);
    }
}
