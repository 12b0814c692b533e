package renditions.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import renditions.log.Line;
import tools.jackson.databind.node.ObjectNode;

/// The ids of an invocation's deliveries by outcome. A delivery with several entries has the outcome that comes
/// first in [OutcomeKind].
record DeliveryIds(Map<OutcomeKind, List<String>> ids) {
    /// The most bytes that the ids may take in a record: enough for about 2,500 ids of SQS. CloudWatch Logs takes
    /// lines of 256 KB in every region.
    static final int MOST_BYTES = 100_000;

    static DeliveryIds of(Ending.Answered answered) {
        var ids = new EnumMap<OutcomeKind, List<String>>(OutcomeKind.class);
        for (var delivery : answered.deliveries()) {
            var kind = delivery.outcomes().stream()
                    .map(OutcomeKind::of)
                    .min(OutcomeKind::compareTo)
                    .orElseThrow(); // a delivery has an entry
            ids.computeIfAbsent(kind, _ -> new ArrayList<>())
                    .add(delivery.delivery().id());
        }
        return new DeliveryIds(Collections.unmodifiableMap(ids));
    }

    /// Writes the ids as long as there is room, those to be redelivered first; counts the rest.
    void write(ObjectNode fields) {
        long room = MOST_BYTES;
        int unnamed = 0;
        for (var kind : OutcomeKind.values()) {
            var named = fields.putArray(kind.field);
            for (var id : ids.getOrDefault(kind, List.of())) {
                var text = Line.bounded(id);
                room -= room < 0 ? 0 : Line.length(text) + 1;
                if (room < 0) {
                    unnamed++;
                } else {
                    named.add(text);
                }
            }
        }
        fields.put("notNamed", unnamed);
    }
}
