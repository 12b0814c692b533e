package renditions.image.ward;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.PixelSize;

/// The bytes that a child encoded, in the memory of this process.
///
/// @param arena owns the bytes; shared
record WardedEncoding(Arena arena, MemorySegment bytes, PixelSize size, Format format) implements EncodedPicture {
    @Override
    public void close() {
        arena.close();
    }
}
