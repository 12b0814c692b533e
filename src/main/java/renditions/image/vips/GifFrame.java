package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import renditions.image.PixelSize;

/// The place of a GIF's first frame on its canvas.
///
/// Source: CompuServe, "Graphics Interchange Format, Version 89a".
record GifFrame(int left, int top, int width, int height) {
    private static final int HEADER = 13;
    private static final int EXTENSION = '!';
    private static final int FRAME = ',';

    /// The frame; empty if the file has none.
    ///
    /// @param gif of at most 2^31 - 1 bytes
    static Optional<GifFrame> first(MemorySegment gif) {
        var bytes = gif.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int at = HEADER + colours(unsigned8(bytes, 10));
        while (unsigned8(bytes, at) == EXTENSION) {
            at += 2;
            while (unsigned8(bytes, at) != 0) {
                at += 1 + unsigned8(bytes, at);
            }
            at++;
        }
        return unsigned8(bytes, at) == FRAME && at + 9 <= bytes.capacity()
                ? Optional.of(new GifFrame(
                        unsigned16(bytes, at + 1),
                        unsigned16(bytes, at + 3),
                        unsigned16(bytes, at + 5),
                        unsigned16(bytes, at + 7)))
                : Optional.empty();
    }

    /// The part of the frame that is on the canvas; empty if it is nothing or everything.
    Optional<GifFrame> partOf(PixelSize canvas) {
        int right = Math.min(canvas.width(), left + width);
        int below = Math.min(canvas.height(), top + height);
        boolean all = left == 0 && top == 0 && right == canvas.width() && below == canvas.height();
        return all || right <= left || below <= top
                ? Optional.empty()
                : Optional.of(new GifFrame(left, top, right - left, below - top));
    }

    /// The length of a table of colours, in bytes.
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 6 << (flags & 7);
    }

    /// A byte; zero outside the file.
    private static int unsigned8(ByteBuffer gif, int at) {
        return at < gif.capacity() ? Byte.toUnsignedInt(gif.get(at)) : 0;
    }

    private static int unsigned16(ByteBuffer gif, int at) {
        return Short.toUnsignedInt(gif.getShort(at));
    }
}
