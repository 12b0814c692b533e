package renditions.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import renditions.local.replay.Exported.Messages;

/// What the developer wants to run.
public sealed interface RunOptions {
    /// The default number of receives before a message is a dead letter. Three receives show everything in a few
    /// seconds; in production more make sense.
    int RECEIVES = 3;

    /// The five uploads of `events/uploads`.
    ///
    /// @param receives how often a message is received before it is a dead letter
    record Five(int receives) implements RunOptions {}

    /// A folder with the developer's own pictures.
    ///
    /// @param files every file in it and in its subfolders, whatever it is, except hidden ones, in order of their
    ///     names
    /// @param receives how often a message is received before it is a dead letter
    record Photos(Path folder, List<Path> files, int receives) implements RunOptions {
        public Photos {
            files = List.copyOf(files);
        }

        /// The name of a file as part of a key: its path below the folder, with slashes.
        public String name(Path file) {
            var name = new StringJoiner("/");
            folder.relativize(file).forEach(part -> name.add(part.toString()));
            return name.toString();
        }
    }

    /// An event of the developer's own.
    ///
    /// @param json its text, which is JSON of any shape; the function judges it
    record Event(Path file, String json) implements RunOptions {}

    /// A tick of scheduled reprocessing.
    ///
    /// @param json its text, which the function judges
    record Reprocess(Path file, String json) implements RunOptions {}

    /// Messages that are replayed.
    ///
    /// @param name of their file, as the user typed it
    /// @param folder the real path of the folder with the pictures
    record Replay(String name, Messages messages, Path folder) implements RunOptions {}

    /// There is nothing to run.
    ///
    /// @param reason one sentence for people
    record Refused(String reason) implements RunOptions {}

    /// Reads the arguments of the command line: none, `--photos <folder>` or `--event <file>`, and for the queue
    /// `--receives <number>`; or `--message <file>`, with or without `--photos <folder>`.
    static RunOptions of(List<String> arguments) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        boolean known = Set.of("--photos", "--event", "--receives", "--message").containsAll(options.keySet());
        if (!known || options.size() * 2 != arguments.size()) {
            return new Refused(
                    "'" + String.join(" ", arguments)
                            + "' is not understood: give --photos <folder>, --event <file>, --receives <number>, --message <file> or nothing.");
        }
        return of(options);
    }

    private static RunOptions of(Map<String, String> options) {
        var photos = options.get("--photos");
        var event = options.get("--event");
        var receives = options.get("--receives");
        var message = options.get("--message");
        if (message != null) {
            return event == null && receives == null
                    ? ReplayFiles.read(message, photos)
                    : new Refused(
                            "MESSAGE cannot be given with EVENT or RECEIVES: a replay receives each message once.");
        }
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
