package renditions.local;

import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A path as people type it.
final class LocalPath {
    private LocalPath() {}

    /// The path; a leading `~/` is the home folder, since not every shell expands it after `PHOTOS=`.
    ///
    /// @throws FileSystemException where no file can have this name
    static Path of(String typed) throws FileSystemException {
        try {
            return typed.startsWith("~/")
                    ? Path.of(System.getProperty("user.home"), typed.substring(2))
                    : Path.of(typed);
        } catch (InvalidPathException problem) {
            throw new FileSystemException(typed, null, problem.getReason());
        }
    }
}
