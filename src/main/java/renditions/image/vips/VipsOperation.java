package renditions.image.vips;

import java.lang.foreign.MemorySegment;

/// One call of a libvips operation, by its name and its properties, so that C functions with variable arguments,
/// whose calling convention differs from platform to platform, are not needed. Used once, by one thread.
///
/// Built directly and not through libvips' cache of operations: that could give two threads who ask the same at
/// the same time one image, and a kill flag on it would stop both.
final class VipsOperation implements AutoCloseable {
    private final VipsLibrary vips;
    private final MemorySegment operation; // owned

    /// @param name nickname or class name
    /// @param options numbers, enums and texts: `name=value,name=value`
    VipsOperation(VipsLibrary vips, String name, String options) throws VipsFailure {
        this.vips = vips;
        operation = vips.calls().newOperation(name);
        if (CFunctions.isNull(operation)) {
            throw vips.errors().failure();
        }
        if (vips.calls().setFromString(operation, options) != 0) {
            vips.objects().unref(operation);
            throw vips.errors().failure();
        }
    }

    /// Sets an input image.
    VipsOperation set(String name, VipsImage image) {
        vips.objects().setObject(operation, name, vips.calls().imageType(), image.pointer());
        return this;
    }

    /// Sets input bytes, which are not copied: they outlive this operation and the images that it makes.
    VipsOperation set(String name, MemorySegment bytes) {
        var blob = vips.calls().newBlob(bytes);
        vips.objects().setBoxed(operation, name, vips.calls().blobType(), blob);
        vips.calls().unrefBlob(blob);
        return this;
    }

    /// Runs it.
    ///
    /// @return its image, owned by the caller; most are lazy, that is a recipe whose pixels are made when they are
    ///     asked for
    VipsImage image() throws VipsFailure {
        build();
        return new VipsImage(
                vips, vips.objects().object(operation, "out", vips.calls().imageType()));
    }

    /// Runs it.
    ///
    /// @return its blob of bytes, of which the caller owns a reference
    MemorySegment blob() throws VipsFailure {
        build();
        return vips.objects().boxed(operation, "buffer", vips.calls().blobType());
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
