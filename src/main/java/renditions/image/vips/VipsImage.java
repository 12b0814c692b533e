package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import renditions.batch.Cancellation;
import renditions.image.PixelSize;

/// An image of libvips. This object owns one reference to it. Immutable; several threads may read it at once.
final class VipsImage implements AutoCloseable {
    /// The name of the metadata that hold an ICC profile.
    static final String PROFILE = "icc-profile-data";

    private final VipsLibrary vips;
    private final Reference reference; // owned
    private final MemorySegment image;

    private VipsImage(VipsLibrary vips, Reference reference, MemorySegment image) {
        this.vips = vips;
        this.reference = reference;
        this.image = reference.memory(image, 0);
    }

    /// Takes over one reference to this image of libvips; gives it back if this throws.
    ///
    /// @param image not NULL
    static VipsImage of(VipsLibrary vips, MemorySegment image) {
        return Reference.takeOver(
                () -> vips.objects().unref(image), reference -> new VipsImage(vips, reference, image));
    }

    MemorySegment pointer() {
        return image;
    }

    /// Width and height of one frame, as they are stored.
    PixelSize size() {
        return new PixelSize(number("width", 0), number("height", 0));
    }

    /// The EXIF orientation: 1 upright, 2 to 4 mirrored or upside down, 5 to 8 lying on its side.
    ///
    /// Source: EXIF 2.32, tag `Orientation`.
    int orientation() {
        return number("orientation", 1);
    }

    /// Whether width and height change places when the picture is turned upright.
    boolean liesOnItsSide() {
        return orientation() >= 5 && orientation() <= 8;
    }

    /// A number of the header or of the metadata.
    ///
    /// @param otherwise the result if there is no such field
    int number(String field, int otherwise) {
        return vips.calls().integer(image, field).orElse(otherwise);
    }

    boolean has(String field) {
        return vips.calls().has(image, field);
    }

    boolean has(String field, String text) {
        return vips.calls().string(image, field).filter(text::equals).isPresent();
    }

    /// An operation on this image.
    VipsOperation operation(String name, String options) throws VipsFailure {
        return VipsOperation.on(vips, name, options, operation -> operation.set("in", this));
    }

    /// An image of its own with the same pixels.
    VipsImage copy() throws VipsFailure {
        return changed("copy", "");
    }

    /// The result of an operation on this image, which is mostly lazy. Owned by the caller.
    VipsImage changed(String name, String options) throws VipsFailure {
        try (var operation = operation(name, options)) {
            return operation.image();
        }
    }

    /// An area of this image, lazy. Owned by the caller.
    ///
    /// @param area `left=…,top=…,width=…,height=…`
    VipsImage cut(String area) throws VipsFailure {
        return cut("extract_area", area);
    }

    /// The result of an operation that cuts, which has another name for its input than most.
    VipsImage cut(String name, String options) throws VipsFailure {
        try (var cutting = VipsOperation.on(vips, name, options, operation -> operation.set("input", this))) {
            return cutting.image();
        }
    }

    /// A copy with this ICC profile in place of its own.
    VipsImage withProfile(byte[] profile) throws VipsFailure {
        var copy = copy();
        try {
            vips.calls().setBlob(copy.image, PROFILE, profile);
            return copy;
        } catch (Throwable thrown) {
            copy.close();
            throw thrown;
        }
    }

    /// Decodes and computes the pixels of this lazy image. Only now can damage in them show.
    ///
    /// @param source the image that this one is computed from, or itself; a cancellation sets its flag too
    /// @return an image whose pixels are in memory, owned by the caller
    VipsImage inMemory(Cancellation cancellation, VipsImage source) throws VipsFailure {
        return Killable.run(cancellation, List.of(source, this), () -> {
            var copy = vips.calls().copyMemory(image);
            if (CFunctions.isNull(copy)) {
                throw vips.errors().failure();
            }
            return VipsImage.of(vips, copy);
        });
    }

    /// A copy of the samples of this image, which must be in memory and have 8 bits for each: pixel by pixel, row
    /// by row.
    byte[] samples() throws VipsFailure {
        var data = vips.calls().data(image);
        if (CFunctions.isNull(data)) {
            throw vips.errors().failure();
        }
        return reference.memory(data, size().pixels() * bands()).toArray(ValueLayout.JAVA_BYTE);
    }

    /// The number of samples that each pixel has.
    int bands() {
        return number("bands", 1);
    }

    /// The bytes that each sample has in memory.
    ///
    /// Source: libvips API, `VipsBandFormat`.
    int sampleBytes() {
        return switch (number("format", 0)) {
            case 0, 1 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 7, 8 -> 8;
            default -> 16;
        };
    }

    /// Sets the kill flag; for [Killable].
    void kill() {
        vips.calls().kill(image);
    }

    /// Gives the reference back. To use the image afterwards, or to close it while another thread is in a call with
    /// it, throws an [IllegalStateException].
    @Override
    public void close() {
        reference.close();
    }
}
