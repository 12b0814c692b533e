package renditions.local;

import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Paths as people type them.
final class LocalPath {
    private LocalPath() {}

    /// The path; a leading `~/` is the home folder, because not every shell expands it after `PHOTOS=`.
    ///
    /// @throws FileSystemException if no file can have this name
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
