package renditions.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import renditions.local.RunOptions.Refused;
import renditions.local.RunOptions.Replay;
import renditions.local.replay.Exported;
import renditions.local.replay.MessageFile;

/// Reads what `MESSAGE=` and `PHOTOS=` name for a replay.
final class ReplayFiles {
    private ReplayFiles() {}

    /// The messages and the folder with their pictures.
    ///
    /// @param photos the folder; null for the one that the message's file is in
    static RunOptions read(String message, @Nullable String photos) {
        try {
            var file = LocalPath.of(message);
            return switch (MessageFile.read(message, file)) {
                case Exported.Refused(var reason) -> new Refused(reason);
                case Exported.Messages messages -> replay(message, messages, folder(file, photos));
            };
        } catch (IOException problem) {
            return new Refused("MESSAGE or PHOTOS cannot be read: " + problem + ".");
        }
    }

    private static Path folder(Path file, @Nullable String photos) throws IOException {
        return photos == null ? file.resolveSibling("").toAbsolutePath() : LocalPath.of(photos);
    }

    private static RunOptions replay(String name, Exported.Messages messages, Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return new Refused("The folder " + folder + " does not exist.");
        }
        return Files.isDirectory(folder)
                ? new Replay(name, messages, folder.toRealPath())
                : new Refused(folder + " is a file: PHOTOS takes the folder it is in.");
    }
}
