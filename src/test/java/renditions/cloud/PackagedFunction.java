package renditions.cloud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import renditions.local.EmbeddedS3;
import renditions.testing.LambdaZip;

/// The function out of `target/renditions.zip`, loaded as Lambda does: its jars alone, above them nothing but the JDK
/// and the runtime's interface. No class of the tests and no library of theirs can stand in for one that is missing
/// from the zip.
final class PackagedFunction implements RequestStreamHandler, AutoCloseable {
    private static final String INTERFACE = "com.amazonaws.services.lambda.runtime.";

    private final List<String> puts = new CopyOnWriteArrayList<>();
    private final URLClassLoader loader;
    private final RequestStreamHandler entrance;

    private PackagedFunction(URLClassLoader loader, Map<String, String> environment, URI s3) throws Exception {
        this.loader = loader;
        var credentials = EmbeddedS3.CREDENTIALS;
        entrance = (RequestStreamHandler) loader.loadClass(Entrance.class.getName())
                .getConstructor(Map.class, URI.class, String.class, String.class, String.class, Consumer.class)
                .newInstance(
                        environment,
                        s3,
                        EmbeddedS3.REGION.id(),
                        credentials.accessKeyId(),
                        credentials.secretAccessKey(),
                        (Consumer<String>) puts::add);
    }

    /// Loads it.
    ///
    /// @param folder empty; takes the jars
    /// @param environment variables of the function
    /// @param s3 where it finds S3
    static PackagedFunction load(Path folder, Map<String, String> environment, URI s3) throws Exception {
        var urls = LambdaZip.classPath(folder);
        urls.add(Entrance.class.getProtectionDomain().getCodeSource().getLocation());
        return new PackagedFunction(
                new URLClassLoader(urls.toArray(URL[]::new), new RuntimeInterface()), environment, s3);
    }

    /// Where its handler was loaded from.
    String origin() {
        return entrance.toString();
    }

    /// The keys of all objects it has put or tried to put.
    List<String> puts() {
        return List.copyOf(puts);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        entrance.handleRequest(event, reply, context);
    }

    @Override
    public void close() throws IOException {
        try (loader) {
            ((Closeable) entrance).close();
        }
    }

    /// The loader above: the JDK, and of this process's class path the interface that Lambda's runtime brings.
    private static final class RuntimeInterface extends ClassLoader {
        RuntimeInterface() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith(INTERFACE)) {
                throw new ClassNotFoundException(name);
            }
            return Class.forName(name, false, PackagedFunction.class.getClassLoader());
        }
    }
}
