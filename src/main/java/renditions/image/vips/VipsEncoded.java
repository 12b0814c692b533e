package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.PixelSize;

/// Bytes that libvips encoded, where it put them.
final class VipsEncoded implements EncodedPicture {
    private final Arena lifetime = Arena.ofShared();
    private final MemorySegment bytes;
    private final PixelSize size;
    private final Format format;

    /// @param blob one reference to it is taken over
    VipsEncoded(VipsCalls vips, MemorySegment blob, PixelSize size, Format format) {
        this.bytes = vips.bytes(blob, lifetime).asReadOnly();
        this.size = size;
        this.format = format;
    }

    @Override
    public MemorySegment bytes() {
        return bytes;
    }

    @Override
    public PixelSize size() {
        return size;
    }

    @Override
    public Format format() {
        return format;
    }

    /// Using the bytes afterwards, or closing while they are being read, is an [IllegalStateException].
    @Override
    public void close() {
        lifetime.close();
    }
}
