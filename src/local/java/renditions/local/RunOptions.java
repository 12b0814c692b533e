package renditions.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/// What a developer asked to be run.
public sealed interface RunOptions {
    /// How often a message that never succeeds is received, unless the developer says otherwise. Three receives show
    /// all
    /// there is to see in a few seconds; in production more are worth while.
    int RECEIVES = 3;

    /// The five uploads of `events/uploads`.
    ///
    /// @param receives how often a message is received before it is a dead letter
    record Five(int receives) implements RunOptions {}

    /// A folder of one's own pictures.
    ///
    /// @param files every file in it and in its subfolders, in order of their names; whatever they are, odd ones
    ///     are the point. Without hidden ones
    /// @param receives how often a message is received before it is a dead letter
    record Photos(Path folder, List<Path> files, int receives) implements RunOptions {
        public Photos {
            files = List.copyOf(files);
        }

        /// The name of a file as part of a key: its path from the folder on, with slashes.
        public String name(Path file) {
            var name = new StringJoiner("/");
            folder.relativize(file).forEach(part -> name.add(part.toString()));
            return name.toString();
        }
    }

    /// An event of one's own.
    ///
    /// @param json its text, which is JSON; of what shape is for the function to say
    record Event(Path file, String json) implements RunOptions {}

    /// Nothing can be run.
    ///
    /// @param reason why, one sentence for people
    record Refused(String reason) implements RunOptions {}

    /// What the arguments of the command line ask for: none, `--photos <folder>` or `--event <file>`, and for the
    /// queue `--receives <number>`.
    static RunOptions of(List<String> arguments) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        boolean known = Set.of("--photos", "--event", "--receives").containsAll(options.keySet());
        if (!known || options.size() * 2 != arguments.size()) {
            return new Refused("'" + String.join(" ", arguments)
                    + "' is not understood: give --photos <folder>, --event <file>, --receives <number> or nothing.");
        }
        return of(options);
    }

    private static RunOptions of(Map<String, String> options) {
        var photos = options.get("--photos");
        var event = options.get("--event");
        var receives = options.get("--receives");
        if (photos != null && event != null) {
            return new Refused("PHOTOS and EVENT cannot be given both: run one after the other.");
        }
        if (event != null) {
            return receives == null
                    ? EventFile.read(event)
                    : new Refused("EVENT and RECEIVES cannot be given both:"
                            + " an event goes to the function once, without a queue.");
        }
        int number = receives == null ? RECEIVES : receives(receives);
        if (number == 0) {
            return new Refused("RECEIVES is '" + receives + "', allowed: a whole number from 1 to 1000");
        }
        return photos == null ? new Five(number) : PhotoFolder.read(photos, number);
    }

    /// The number, within the limits of SQS; 0 if the text is no such number.
    private static int receives(String text) {
        return text.matches("[1-9][0-9]{0,2}|1000") ? Integer.parseInt(text) : 0;
    }
}
