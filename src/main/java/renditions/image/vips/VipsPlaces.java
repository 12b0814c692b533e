package renditions.image.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import renditions.image.EngineUnusable;

/// The places where libvips may be.
///
/// @param setting the value of `LIBVIPS`, or null if it is not set
/// @param places files, and folders that may hold a file named `libvips-cpp.so.…`, in the order in which they are
///     tried
record VipsPlaces(@Nullable String setting, List<Path> places) {
    /// Where Lambda unpacks layers.
    private static final Path LAYERS = Path.of("/opt/lib");
    private static final String NAME = "libvips-cpp.so.*";

    VipsPlaces {
        places = List.copyOf(places);
    }

    /// Only the file of the setting, if there is one. Otherwise the places of a Lambda function: its layers and the
    /// `lib` of its own zip.
    ///
    /// @param setting the value of `LIBVIPS`, or null
    /// @param taskRoot the folder of the function's own code, or null if there is none
    static VipsPlaces of(@Nullable String setting, @Nullable String taskRoot) {
        if (setting != null) {
            return new VipsPlaces(setting, List.of(Path.of(setting)));
        }
        return new VipsPlaces(null, taskRoot == null ? List.of(LAYERS) : List.of(LAYERS, Path.of(taskRoot, "lib")));
    }

    /// Starts the first libvips that can be used.
    ///
    /// @throws EngineUnusable with one sentence that says every place that was tried, and what to do
    VipsLibrary start() {
        var tried = new ArrayList<String>();
        for (var file : (Iterable<Path>) files()::iterator) {
            try {
                return VipsLibrary.start(file);
            } catch (Unusable unusable) {
                tried.add(file + " (" + unusable.getMessage() + ")");
            }
        }
        throw new EngineUnusable(unusable(String.join(", ", tried)));
    }

    private String unusable(String tried) {
        var allowed = "the shared library of libvips " + VipsVersion.OLDEST + " or newer";
        return setting == null
                ? "libvips cannot be used, tried " + tried
                        + ": add the layer that `make package` builds, or set LIBVIPS to " + allowed
                : "the setting LIBVIPS is '" + setting + "', tried " + tried + ", allowed: " + allowed;
    }

    private Stream<Path> files() {
        return places.stream().flatMap(place -> Files.isDirectory(place) ? inside(place).stream() : Stream.of(place));
    }

    /// The files in the folder, the newest first; if there are none, the pattern, for the message.
    private static List<Path> inside(Path folder) {
        try (var files = Files.newDirectoryStream(folder, NAME)) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            found.sort(Comparator.reverseOrder());
            return found.isEmpty() ? List.of(folder.resolve(NAME)) : found;
        } catch (IOException unreadable) {
            return List.of(folder.resolve(NAME));
        }
    }
}
