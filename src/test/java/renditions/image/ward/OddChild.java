package renditions.image.ward;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import renditions.image.vips.MemoryLimit;

/// The main class of children of the tests: the real server and the real limit of memory, with [OddImages].
final class OddChild {
    private OddChild() {}

    public static void main(String[] arguments) throws IOException {
        var answers = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        new Server(new OddImages(), MemoryLimit.ofProcess()::allow, answers).serve(System.in);
    }

    /// How such children are started.
    static Launch launch() {
        return Launch.of(
                Launch.place(OddChild.class) + File.pathSeparator + Launch.place(Launch.class),
                OddChild.class,
                List.of());
    }
}
