package renditions.image.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;

/// A file that should be a shared library.
///
/// @param path real, so that one library is one file however it is named
record LibraryFile(Path path) {
    /// The first bytes of shared libraries: ELF, and Mach-O for one or several machines.
    private static final Set<String> BEGINNINGS = Set.of("7f454c46", "cffaedfe", "cafebabe");

    static LibraryFile of(Path file) throws Unusable {
        try {
            return new LibraryFile(file.toRealPath());
        } catch (IOException absent) {
            throw new Unusable("no such file");
        }
    }

    /// Loads it; it is never unloaded.
    @SuppressWarnings("restricted") // loading
    CLibrary open() throws Unusable {
        if (!isLibrary()) { // first, because the JVM warns on standard error about any other file
            throw new Unusable("not a shared library for this machine");
        }
        try {
            return CLibrary.of(SymbolLookup.libraryLookup(path, Arena.global()));
        } catch (IllegalArgumentException refused) {
            throw new Unusable("not a shared library for this machine");
        }
    }

    /// Whether the file begins like an ELF or a Mach-O file.
    private boolean isLibrary() {
        try (var bytes = Files.newInputStream(path)) {
            return BEGINNINGS.contains(HexFormat.of().formatHex(bytes.readNBytes(4)));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
