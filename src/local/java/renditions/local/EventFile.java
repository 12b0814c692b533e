package renditions.local;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import renditions.local.RunOptions.Event;
import renditions.local.RunOptions.Refused;
import renditions.local.RunOptions.Reprocess;
import renditions.local.report.JsonPlace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads the event that `EVENT=` names.
final class EventFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventFile() {}

    static RunOptions read(String name) {
        try {
            var file = LocalPath.of(name);
            if (!Files.exists(file)) {
                return new Refused("The event " + name + " does not exist.");
            }
            if (!Files.isRegularFile(file)) {
                return new Refused(name + " is not a file: EVENT takes a file with JSON.");
            }
            String text = Files.readString(file);
            var json = JSON.readTree(text);
            if (json.isMissingNode()) {
                return notJson(name, "it is empty");
            }
            return json.has("reprocess") || json.has("redrive") || json.has("dryRun")
                    ? new Reprocess(file, text)
                    : new Event(file, text);
        } catch (CharacterCodingException problem) {
            return notJson(name, "it is not UTF-8");
        } catch (IOException problem) {
            return new Refused("The event " + name + " cannot be read: " + problem + ".");
        } catch (JacksonException problem) {
            return notJson(name, JsonPlace.of(problem));
        }
    }

    private static Refused notJson(String name, String why) {
        return new Refused("The event " + name + " is not JSON: " + why + ".");
    }
}
