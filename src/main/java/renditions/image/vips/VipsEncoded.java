package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.PixelSize;

/// The bytes that libvips encoded, in libvips' memory.
///
/// @param blob one reference to libvips' blob, owned
/// @param bytes of that blob
record VipsEncoded(Reference blob, MemorySegment bytes, PixelSize size, Format format) implements EncodedPicture {
    /// Takes over one reference to the blob; gives it back if this throws.
    static VipsEncoded of(VipsLibrary vips, MemorySegment blob, PixelSize size, Format format) {
        var calls = vips.calls();
        return Reference.takeOver(
                () -> calls.unrefBlob(blob),
                owned -> new VipsEncoded(owned, calls.bytes(blob, owned).asReadOnly(), size, format));
    }

    /// To use the bytes afterwards, or to close while they are being read, throws an [IllegalStateException].
    @Override
    public void close() {
        blob.close();
    }
}
