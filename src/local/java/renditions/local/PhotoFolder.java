package renditions.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import renditions.local.RunOptions.Photos;
import renditions.local.RunOptions.Refused;

/// Lists the files of a folder.
final class PhotoFolder {
    /// The most messages that Lambda takes from a queue at once.
    static final int MOST = 10_000;

    private PhotoFolder() {}

    static RunOptions read(String name, int receives) {
        try {
            var folder = LocalPath.of(name);
            if (!Files.exists(folder)) {
                return new Refused("The folder " + name + " does not exist.");
            }
            return Files.isDirectory(folder)
                    ? photos(name, folder.toRealPath(), receives)
                    : new Refused(name + " is a file: PHOTOS takes the folder it is in.");
        } catch (IOException problem) {
            return new Refused("The folder " + name + " cannot be read: " + problem + ".");
        }
    }

    private static RunOptions photos(String name, Path folder, int receives) throws IOException {
        var files = files(folder);
        if (files.isEmpty()) {
            return new Refused("The folder " + name + " holds no files.");
        }
        return files.size() > MOST
                ? new Refused("The folder " + name + " holds more than " + MOST + " files: no batch is larger.")
                : new Photos(folder, files.stream().sorted().toList(), receives);
    }

    /// Every file, except hidden ones and those in hidden folders. Links to files count as files; links to folders
    /// are not followed. Stops after one more than [#MOST].
    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path sub, BasicFileAttributes attributes) throws IOException {
                boolean hidden = !sub.equals(folder) && Files.isHidden(sub);
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (Files.isRegularFile(file) && !Files.isHidden(file)) {
                    files.add(file);
                }
                return files.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
