package renditions.local.replay;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import renditions.local.replay.Exported.Refused;
import renditions.local.report.JsonPlace;
import tools.jackson.core.JacksonException;

/// Reads the file that `MESSAGE=` names.
public final class MessageFile {
    /// The longest file, in bytes: ten thousand messages of ten kilobytes.
    static final long LONGEST = 100_000_000;

    private MessageFile() {}

    /// Reads a message body, an event of Lambda, or what the AWS CLI printed: one JSON document, or several one after
    /// the other.
    ///
    /// @param name of the file, as the user typed it
    public static Exported read(String name, Path file) {
        try {
            if (!Files.exists(file)) {
                return new Refused("The message " + name + " does not exist.");
            }
            if (!Files.isRegularFile(file)) {
                return new Refused(name + " is not a file: MESSAGE takes a file with JSON.");
            }
            return Files.size(file) > LONGEST ? tooLong(name, Files.size(file)) : of(name, Files.readString(file));
        } catch (CharacterCodingException problem) {
            return notJson(name, "it is not UTF-8");
        } catch (IOException problem) {
            return new Refused("The message " + name + " cannot be read: " + problem + ".");
        }
    }

    private static Refused tooLong(String name, long bytes) {
        return new Refused(String.format(
                Locale.ROOT, "The message %s has %,d bytes, more than %,d: split it.", name, bytes, LONGEST));
    }

    private static Exported of(String name, String text) {
        if (text.isBlank()) {
            return new Refused("The message " + name + " is empty."
                    + " The AWS CLI prints nothing if the queue gave no message: receive again.");
        }
        try {
            return new MessageFinder().of(text);
        } catch (JacksonException problem) {
            return notJson(name, JsonPlace.of(problem));
        } catch (NoMessages problem) {
            return new Refused("The message " + name + " " + problem.getMessage() + ".");
        }
    }

    private static Refused notJson(String name, String why) {
        return new Refused("The message " + name + " is not JSON: " + why + ".");
    }
}
