package renditions.image;

import java.lang.foreign.MemorySegment;

/// An encoded picture in native memory. Owned by whoever received it, who closes it.
public non-sealed interface EncodedPicture extends Encoded, AutoCloseable {
    /// Valid until [#close()], readable from every thread. Not a copy.
    MemorySegment bytes();

    PixelSize size();

    Format format();

    /// Frees the bytes. Nothing may use them afterwards.
    @Override
    void close();
}
