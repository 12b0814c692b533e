package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import renditions.image.Format;
import renditions.image.PixelSize;

/// One call of a libvips operation, by its name and its properties. So no C functions with variable arguments are
/// needed, whose calling convention differs from platform to platform. Used once, by one thread.
///
/// It is built directly and not through libvips' operation cache, which could give one image to two threads that
/// ask for the same, and a kill flag on it would stop both.
final class VipsOperation implements AutoCloseable {
    private final VipsLibrary vips;
    private final MemorySegment operation; // owned

    private VipsOperation(VipsLibrary vips, MemorySegment operation) {
        this.vips = vips;
        this.operation = operation;
    }

    /// An operation, owned by the caller.
    ///
    /// @param name nickname or class name
    /// @param options numbers, enums and texts: `name=value,name=value`
    /// @param inputs sets the input images and bytes
    static VipsOperation on(VipsLibrary vips, String name, String options, Consumer<VipsOperation> inputs)
            throws VipsFailure {
        var pointer = vips.calls().newOperation(name);
        if (CFunctions.isNull(pointer)) {
            throw vips.errors().failure();
        }
        try {
            if (vips.calls().setFromString(pointer, options) != 0) {
                throw vips.errors().failure();
            }
            var operation = new VipsOperation(vips, pointer);
            inputs.accept(operation);
            return operation;
        } catch (Throwable thrown) {
            vips.objects().unref(pointer);
            throw thrown;
        }
    }

    /// Sets an input image.
    void set(String name, VipsImage image) {
        vips.objects().setObject(operation, name, vips.calls().imageType(), image.pointer());
    }

    /// Sets input bytes, which are not copied: they must outlive this operation and the images that it makes.
    void set(String name, MemorySegment bytes) {
        var blob = vips.calls().newBlob(bytes);
        try {
            vips.objects().setBoxed(operation, name, vips.calls().blobType(), blob);
        } finally {
            vips.calls().unrefBlob(blob);
        }
    }

    /// Runs it.
    ///
    /// @return its image, owned by the caller; most are lazy, that is their pixels are made when they are asked for
    VipsImage image() throws VipsFailure {
        build();
        return VipsImage.of(
                vips, vips.objects().object(operation, "out", vips.calls().imageType()));
    }

    /// Runs an operation that encodes a picture of this size in this format.
    ///
    /// @return its bytes, owned by the caller
    VipsEncoded encoded(PixelSize size, Format format) throws VipsFailure {
        build();
        var blob = vips.objects().boxed(operation, "buffer", vips.calls().blobType());
        return VipsEncoded.of(vips, blob, size, format);
    }

    private void build() throws VipsFailure {
        if (vips.calls().build(operation) != 0) {
            throw vips.errors().failure();
        }
    }

    @Override
    public void close() {
        vips.calls().unrefOutputs(operation);
        vips.objects().unref(operation);
    }
}
