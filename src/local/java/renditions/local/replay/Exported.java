package renditions.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import renditions.json.Json;
import renditions.store.ObjectId;
import tools.jackson.databind.JsonNode;

/// What a file holds: messages, or nothing that could be replayed.
public sealed interface Exported {
    /// Messages, at least one.
    ///
    /// @param records as Lambda hands them to the function (Lambda developer guide, "Using Lambda with Amazon SQS")
    /// @param repeated how many messages were left out because the file holds them again further on
    record Messages(List<JsonNode> records, int repeated) implements Exported {
        public Messages {
            records = List.copyOf(records);
        }

        /// The event with all of them, as the function gets it.
        public String event() {
            var event = Json.object();
            event.putArray("Records").addAll(records);
            return new String(Json.write(event), UTF_8);
        }

        /// The same messages with other ETags for uploads in parts, in the bodies that tell of uploads.
        ///
        /// @param etags the new one for each upload
        public Messages withETags(Map<ObjectId, String> etags) {
            return etags.isEmpty()
                    ? this
                    : new Messages(
                            records.stream()
                                    .map(record -> Notification.withETags(record, etags))
                                    .toList(),
                            repeated);
        }
    }

    /// There is nothing to replay.
    ///
    /// @param reason one sentence for people
    record Refused(String reason) implements Exported {}
}
