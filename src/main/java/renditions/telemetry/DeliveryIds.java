package renditions.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import renditions.log.Line;
import tools.jackson.databind.node.ObjectNode;

/// The ids of an invocation's deliveries, by how they ended. One with several entries ended as the entry whose kind
/// comes first in [OutcomeKind].
record DeliveryIds(Map<OutcomeKind, List<String>> ids) {
    /// How many bytes of a record the ids may take: those of about 2,500 messages of SQS. CloudWatch Logs takes lines
    /// of
    /// 256 KB everywhere.
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

    /// Names them, those that are redelivered first, as long as there is room; the rest is counted.
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
