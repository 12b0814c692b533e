package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.PixelSize;

/// Bytes that libvips encoded, where it put them.
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

    /// Using the bytes afterwards, or closing while they are being read, is an [IllegalStateException].
    @Override
    public void close() {
        blob.close();
    }
}
