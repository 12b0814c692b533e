package renditions.reprocess;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import renditions.batch.Cancellation;
import renditions.json.Json;
import renditions.store.Condition;
import renditions.store.Labels;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A small object of JSON that outlasts a tick. What cannot be read counts as nothing and is replaced.
///
/// @param place where it lies
record Memo(ObjectStore store, ObjectId place) {
    /// Longer than any: a key of 1,024 bytes, each of them escaped.
    private static final long MAX_BYTES = 16_384;

    private static final Labels LABELS = new Labels("application/json", "no-store");

    /// What was read.
    ///
    /// @param json a missing node if there is nothing
    /// @param unchanged holds as long as nobody else has written there
    record Read(JsonNode json, Condition unchanged) {}

    Read read(Cancellation cancellation) throws Halted {
        return switch (store.get(cancellation, place, null, MAX_BYTES)) {
            case StoredObject found -> {
                try (found) {
                    yield new Read(json(found), new Condition.IfMatch(found.etag()));
                }
            }
            case StoreProblem.Missing _ -> new Read(Json.object().path(""), new Condition.IfAbsent());
            case StoreProblem problem -> throw new Halted(SweepReport.ending(problem));
        };
    }

    private static JsonNode json(StoredObject found) {
        try {
            return Json.read(found.bytes().toArray(ValueLayout.JAVA_BYTE));
        } catch (JacksonException notOurs) {
            return Json.object().path("");
        }
    }

    /// Writes it, if nobody else has done so since.
    ///
    /// @return the condition for the next write
    /// @throws Halted as [SweepReport.Ending.Overtaken] if somebody has
    Condition write(Cancellation cancellation, ObjectNode json, Condition unchanged) throws Halted {
        return switch (store.put(cancellation, place, MemorySegment.ofArray(Json.write(json)), LABELS, unchanged)) {
            case Receipt receipt -> new Condition.IfMatch(receipt.etag());
            case StoreProblem.Changed _ -> throw new Halted(new SweepReport.Ending.Overtaken());
            case StoreProblem problem -> throw new Halted(SweepReport.ending(problem));
        };
    }
}
