package renditions.image;

import java.lang.foreign.MemorySegment;

/// An encoded picture in native memory. Its receiver owns it and closes it.
public non-sealed interface EncodedPicture extends Encoded, AutoCloseable {
    /// Valid until [#close()], readable from every thread. Not a copy.
    MemorySegment bytes();

    PixelSize size();

    Format format();

    /// Frees the bytes. They may not be used afterwards.
    @Override
    void close();
}
