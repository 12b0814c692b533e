package renditions.testing;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/// The zip for Lambda, which `mvn package` has built.
public final class LambdaZip {
    /// Its file.
    public static final Path FILE = Path.of("target/renditions.zip");

    private LambdaZip() {}

    /// Unpacks its jars.
    ///
    /// @param folder an empty folder, which gets all jars side by side
    public static List<Path> unpack(Path folder) throws IOException {
        var jars = new ArrayList<Path>();
        try (var zip = new ZipFile(FILE.toFile())) {
            for (var entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                var jar = folder.resolve(Path.of(entry.getName()).getFileName());
                Files.copy(zip.getInputStream(entry), jar);
                jars.add(jar);
            }
        }
        return jars;
    }

    /// Unpacks its jars, for a class loader.
    ///
    /// @return their URLs, in a mutable list
    public static List<URL> classPath(Path folder) throws IOException {
        var urls = new ArrayList<URL>();
        for (var jar : unpack(folder)) {
            urls.add(jar.toUri().toURL());
        }
        return urls;
    }
}
