package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The libvips of this process: linked and started once, and never unloaded.
final class VipsLibrary {
    private static @Nullable VipsLibrary started; // guarded by the class

    private final LibraryFile file;
    private final VipsProcess process;
    private final VipsCalls calls;
    private final GObjects objects;
    private final VipsErrors errors;

    VipsLibrary(LibraryFile file, CLibrary library) {
        this.file = file;
        process = new VipsProcess(library);
        calls = new VipsCalls(library);
        objects = new GObjects(library);
        errors = new VipsErrors(calls, objects);
    }

    /// Links and starts this file, or returns the library that was started from it before.
    ///
    /// @throws Unusable with what is wrong with the file
    static synchronized VipsLibrary start(Path file) throws Unusable {
        var library = linked(LibraryFile.of(file));
        if (started == null) {
            library.start();
            started = library;
        }
        if (!started.file.equals(library.file)) {
            throw new Unusable("this process already uses " + started.file.path());
        }
        return started;
    }

    private static VipsLibrary linked(LibraryFile file) throws Unusable {
        try {
            var library = new VipsLibrary(file, file.open());
            requireNew(library.process.version());
            return library;
        } catch (CLibrary.MissingFunction missing) {
            throw new Unusable("not libvips, or not all of it: no function " + missing.getMessage());
        }
    }

    static void requireNew(VipsVersion version) throws Unusable {
        if (version.compareTo(VipsVersion.OLDEST) < 0) {
            throw new Unusable("libvips " + version + " is older than " + VipsVersion.OLDEST);
        }
    }

    private void start() throws Unusable {
        if (!process.start()) {
            throw new Unusable("libvips does not start: " + errors.take());
        }
    }

    /// The loader that knows these bytes.
    ///
    /// @param bytes not empty
    Optional<Loader> loader(MemorySegment bytes) {
        return calls.findLoader(bytes).map(Loader::of);
    }

    /// Opens a picture in memory without touching its pixels.
    ///
    /// @param bytes not empty; must outlive the image
    /// @param options of the loader: `name=value,name=value`
    VipsImage open(Loader loader, MemorySegment bytes, String options) throws VipsFailure {
        try (var load =
                VipsOperation.on(this, loader.className(), options, operation -> operation.set("buffer", bytes))) {
            return load.image();
        }
    }

    VipsProcess process() {
        return process;
    }

    VipsCalls calls() {
        return calls;
    }

    GObjects objects() {
        return objects;
    }

    VipsErrors errors() {
        return errors;
    }
}
