package renditions.local.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder in which pictures are looked up by their keys. Keys are hostile: none leads out of it.
///
/// @param folder its real path
record PictureFolder(Path folder) {
    /// The picture of a key: a file at its path below the folder, or else one in the folder itself with the name after
    /// the key's last slash. Links to files count as files, links to folders do not.
    Optional<Path> find(String key) {
        return places(key).stream().filter(this::isHere).findFirst();
    }

    /// Where a key is looked up, in this order; none if no file could have its name.
    List<Path> places(String key) {
        var places = new LinkedHashSet<Path>();
        for (var name : List.of(key, key.substring(key.lastIndexOf('/') + 1))) {
            place(name).ifPresent(places::add);
        }
        return List.copyOf(places);
    }

    private Optional<Path> place(String name) {
        try {
            return Stream.of(folder.resolve(name).normalize())
                    .filter(place -> place.startsWith(folder) && !place.equals(folder))
                    .findFirst();
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private boolean isHere(Path place) {
        try {
            var parent = Objects.requireNonNull(place.getParent(), "a place in a folder");
            return Files.isRegularFile(place) && parent.toRealPath().equals(parent);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
