package renditions.reprocess;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import renditions.batch.Cancellation;
import renditions.json.Json;
import tools.jackson.databind.JsonNode;

/// The small object that says since when the present settings hold. It is written by the first sweep that runs with
/// them, whichever version of the function that is in.
///
/// @param digest of the present settings
record Marker(Memo memo, String digest, InstantSource clock) {
    /// How long after they were noticed the settings count as new: the functions of a stack do not change in one
    /// moment, and an invocation of the earlier version may go on for a quarter of an hour. What is made with
    /// the new ones within this time is looked at once more.
    static final Duration DEPLOYMENT = Duration.ofHours(1);

    private static final String SETTINGS = "settings";
    private static final String SINCE = "since";

    /// The moment from which on manifests are made with the present settings.
    ///
    /// @param dryRun whether nothing is written
    Instant since(Cancellation cancellation, boolean dryRun) throws Halted {
        var read = memo.read(cancellation);
        var known = known(read.json());
        if (known.isPresent()) {
            return known.get();
        }
        var since = clock.instant().plus(DEPLOYMENT);
        if (!dryRun) {
            var json = Json.object().put(SETTINGS, digest).put(SINCE, since.toString());
            memo.write(cancellation, json, read.unchanged());
        }
        return since;
    }

    private Optional<Instant> known(JsonNode json) {
        if (!json.path(SETTINGS).asString("").equals(digest)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(json.path(SINCE).asString("")));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }
}
