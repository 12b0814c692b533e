package renditions.image.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The libvips of this process: linked and started once, and never unloaded.
final class VipsLibrary {
    /// The first bytes of shared libraries: ELF, and Mach-O for one or several machines.
    private static final Set<String> LIBRARIES = Set.of("7f454c46", "cffaedfe", "cafebabe");

    private static @Nullable VipsLibrary started; // guarded by the class

    private final Path file;
    private final VipsProcess process;
    private final VipsCalls calls;
    private final GObjects objects;
    private final VipsErrors errors;

    VipsLibrary(Path file, CLibrary library) {
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
        var library = linked(real(file));
        if (started == null) {
            library.start();
            started = library;
        }
        if (!started.file.equals(library.file)) {
            throw new Unusable("this process already uses " + started.file);
        }
        return started;
    }

    private static VipsLibrary linked(Path file) throws Unusable {
        try {
            var library = new VipsLibrary(file, open(file));
            requireNew(library.process.version());
            return library;
        } catch (CLibrary.MissingFunction missing) {
            throw new Unusable("not libvips, or not all of it: no function " + missing.getMessage());
        }
    }

    private static Path real(Path file) throws Unusable {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            throw new Unusable("no such file");
        }
    }

    @SuppressWarnings("restricted") // loading
    static CLibrary open(Path file) throws Unusable {
        if (!isLibrary(file)) { // first, because the JVM warns on standard error about any other file
            throw new Unusable("not a shared library for this machine");
        }
        try {
            return CLibrary.of(SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (IllegalArgumentException refused) {
            throw new Unusable("not a shared library for this machine");
        }
    }

    /// Whether the file begins like an ELF or a Mach-O file.
    private static boolean isLibrary(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return LIBRARIES.contains(HexFormat.of().formatHex(bytes.readNBytes(4)));
        } catch (IOException unreadable) {
            return false;
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
    VipsImage open(Loader loader, MemorySegment bytes) throws VipsFailure {
        return open(loader, bytes, "");
    }

    /// Opens a picture with options of its loader.
    ///
    /// @param more `,name=value,name=value`, or empty
    VipsImage open(Loader loader, MemorySegment bytes, String more) throws VipsFailure {
        var options = "access=sequential,fail_on=error" + more;
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

    /// Why a file cannot serve as libvips, in a few words.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why);
        }
    }
}
