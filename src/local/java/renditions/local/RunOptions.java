package renditions.local;

import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/// What a developer asked to be run.
public sealed interface RunOptions {
    /// The five uploads of `events/uploads`.
    record Five() implements RunOptions {}

    /// A folder of one's own pictures.
    ///
    /// @param files every file in it and in its subfolders, in order of their names; whatever they are, odd ones
    ///     are the point. Without hidden ones
    record Photos(Path folder, List<Path> files) implements RunOptions {
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

    /// What the arguments of the command line ask for: none, `--photos <folder>` or `--event <file>`.
    static RunOptions of(List<String> arguments) {
        return switch (arguments.size()) {
            case 0 -> new Five();
            case 2 -> of(arguments.get(0), arguments.get(1));
            default ->
                new Refused(
                        arguments.contains("--photos") && arguments.contains("--event")
                                ? "PHOTOS and EVENT cannot be given both: run one after the other."
                                : usage(String.join(" ", arguments)));
        };
    }

    private static RunOptions of(String name, String value) {
        return switch (name) {
            case "--photos" -> PhotoFolder.read(value);
            case "--event" -> EventFile.read(value);
            default -> new Refused(usage(name + " " + value));
        };
    }

    private static String usage(String arguments) {
        return "'" + arguments + "' is not understood: give --photos <folder>, --event <file> or nothing.";
    }
}
