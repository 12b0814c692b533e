package renditions.image.ward;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import renditions.image.vips.MemoryLimit;
import renditions.image.vips.VipsImages;

/// The main class of children with [DeadlyImages] over libvips.
final class DeadlyChild {
    private DeadlyChild() {}

    public static void main(String[] arguments) throws IOException {
        var answers = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        var engine = new DeadlyImages(VipsImages.load(arguments[0], null));
        new Server(engine, MemoryLimit.ofProcess()::allow, answers).serve(System.in);
    }
}
