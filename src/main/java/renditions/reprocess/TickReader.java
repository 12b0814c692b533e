package renditions.reprocess;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import renditions.json.Json;
import renditions.reprocess.Tick.Range;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads ticks. Whoever writes one means every word of it, so a field that is not known is refused and not ignored:
/// a misspelt `dryRun` would send what was only to be counted.
final class TickReader {
    private static final String ALLOWED = "; allowed are {\"reprocess\": {\"prefix\": \"…\", \"verify\": true}},"
            + " {\"redrive\": true}, both together, and with each \"dryRun\": true";

    private static final String REPROCESS = "reprocess";
    private static final String REDRIVE = "redrive";
    private static final String DRY_RUN = "dryRun";
    private static final String PREFIX = "prefix";
    private static final String VERIFY = "verify";

    private TickReader() {}

    static Tick read(byte[] payload) {
        var tick = object(json(payload), "the tick");
        if (isSchedule(tick)) {
            return new Tick(Optional.of(Range.ALL), false, false);
        }
        onlyKnown(tick, "the tick", Set.of(REPROCESS, REDRIVE, DRY_RUN));
        boolean redrive = flag(tick, REDRIVE);
        boolean dryRun = flag(tick, DRY_RUN);
        if (!tick.has(REPROCESS) && !redrive && !dryRun) {
            throw refused("the tick asks for nothing");
        }
        var range = tick.has(REPROCESS)
                ? Optional.of(range(object(tick.path(REPROCESS), REPROCESS)))
                : Optional.of(Range.ALL).filter(_ -> !redrive);
        return new Tick(range, redrive, dryRun);
    }

    private static JsonNode json(byte[] payload) {
        try {
            return Json.read(payload);
        } catch (JacksonException problem) {
            throw refused("the tick is not JSON");
        }
    }

    /// What EventBridge sends where a schedule has no input of its own ("Scheduled Event" of its user guide).
    private static boolean isSchedule(JsonNode tick) {
        return tick.path("detail-type").asString("").equals("Scheduled Event")
                && tick.path("source").isString();
    }

    private static Range range(JsonNode range) {
        onlyKnown(range, REPROCESS, Set.of(PREFIX, VERIFY));
        var prefix = range.path(PREFIX);
        if (!prefix.isMissingNode() && !prefix.isString()) {
            throw refused("the prefix is no text");
        }
        return new Range(prefix.asString(""), flag(range, VERIFY));
    }

    private static JsonNode object(JsonNode node, String name) {
        if (!node.isObject()) {
            throw refused(name + " is no object");
        }
        return node;
    }

    private static void onlyKnown(JsonNode node, String name, Set<String> known) {
        var unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw refused(name + " has " + unknown.size() + " unknown fields, besides the known "
                    + String.join(", ", new TreeSet<>(known)));
        }
    }

    private static boolean flag(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw refused(field + " is neither true nor false");
        }
        return value.asBoolean(false);
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException(reason + ALLOWED);
    }
}
