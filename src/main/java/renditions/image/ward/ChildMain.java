package renditions.image.ward;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import renditions.image.vips.MemoryLimit;
import renditions.image.vips.VipsImages;

/// The main class of a child. It answers with libvips until its standard input ends.
final class ChildMain {
    private ChildMain() {}

    /// Serves requests.
    ///
    /// @param arguments what [VipsImages#load] takes, with an empty text for null
    public static void main(String[] arguments) throws IOException {
        var answers = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // what anybody prints must not come between the answers
        var engine = VipsImages.load(orNull(arguments[0]), orNull(arguments[1]));
        new Server(engine, MemoryLimit.ofProcess()::allow, answers).serve(System.in);
    }

    private static @Nullable String orNull(String argument) {
        return argument.isEmpty() ? null : argument;
    }
}
