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
import renditions.local.LocalAccess;
import renditions.testing.LambdaZip;

/// The function of `target/renditions.zip`, loaded as on Lambda: only its jars, and above them only the JDK and the
/// runtime's interface. No class and no library of the tests can stand in for one that is missing from the zip.
final class PackagedFunction implements RequestStreamHandler, AutoCloseable {
    private static final String INTERFACE = "com.amazonaws.services.lambda.runtime.";

    private final List<String> puts = new CopyOnWriteArrayList<>();
    private final List<String> endings = new CopyOnWriteArrayList<>();
    private final URLClassLoader loader;
    private final RequestStreamHandler entrance;

    private PackagedFunction(URLClassLoader loader, Map<String, String> environment, URI s3) throws Exception {
        this.loader = loader;
        var credentials = LocalAccess.CREDENTIALS;
        entrance = (RequestStreamHandler) loader.loadClass(Entrance.class.getName())
                .getConstructor(
                        Map.class, URI.class, String.class, String.class, String.class, Consumer.class, Consumer.class)
                .newInstance(
                        environment,
                        s3,
                        LocalAccess.REGION.id(),
                        credentials.accessKeyId(),
                        credentials.secretAccessKey(),
                        (Consumer<String>) puts::add,
                        (Consumer<String>) endings::add);
    }

    /// Loads the function.
    ///
    /// @param folder empty; takes the jars
    /// @param environment variables of the function
    /// @param s3 the address of S3
    static PackagedFunction load(Path folder, Map<String, String> environment, URI s3) throws Exception {
        var urls = LambdaZip.classPath(folder);
        urls.add(Entrance.class.getProtectionDomain().getCodeSource().getLocation());
        return new PackagedFunction(
                new URLClassLoader(urls.toArray(URL[]::new), new RuntimeInterface()), environment, s3);
    }

    /// The place that its handler was loaded from.
    String origin() {
        return entrance.toString();
    }

    /// The keys of all objects that it has put or tried to put.
    List<String> puts() {
        return List.copyOf(puts);
    }

    /// How the items of all invocations ended, a line each.
    List<String> endings() {
        return List.copyOf(endings);
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

    /// The parent loader: the JDK, and from this process's class path only the interface of Lambda's runtime.
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
