package renditions.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import renditions.log.Line;
import tools.jackson.databind.node.ObjectNode;

/// The ids of a batch's messages, by how they ended. One with several entries stands where that of them stands whose
/// kind comes first.
record Messages(Map<Kind, List<String>> ids) {
    /// How many bytes of a record ids may take: those of 2,500 messages. CloudWatch Logs takes events of 256 KB
    /// everywhere (1 MB since 2025).
    static final int MOST_BYTES = 100_000;

    static Messages of(Ending.Answered answered) {
        var ids = new EnumMap<Kind, List<String>>(Kind.class);
        var next = answered.entries().iterator();
        for (var message : answered.batch().messages()) {
            var kind = message.entries().stream()
                    .map(_ -> Kind.of(next.next()))
                    .min(Kind::compareTo)
                    .orElseThrow(); // a message has an entry
            ids.computeIfAbsent(kind, _ -> new ArrayList<>()).add(message.id());
        }
        return new Messages(Collections.unmodifiableMap(ids));
    }

    /// Names them, those that come again first, as long as there is room; the rest is counted.
    void write(ObjectNode messages) {
        long room = MOST_BYTES;
        int unnamed = 0;
        for (var kind : Kind.values()) {
            var named = messages.putArray(kind.field);
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
        messages.put("notNamed", unnamed);
    }
}
