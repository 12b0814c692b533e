package renditions.testing;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/// The zip that Lambda gets, which `mvn package` has built.
public final class LambdaZip {
    /// Where it is.
    public static final Path FILE = Path.of("target/renditions.zip");

    private LambdaZip() {}

    /// Takes its jars out.
    ///
    /// @param folder empty; takes them, all side by side
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

    /// Takes its jars out, for a class loader.
    ///
    /// @return their addresses, in a list that can be added to
    public static List<URL> classPath(Path folder) throws IOException {
        var urls = new ArrayList<URL>();
        for (var jar : unpack(folder)) {
            urls.add(jar.toUri().toURL());
        }
        return urls;
    }
}
