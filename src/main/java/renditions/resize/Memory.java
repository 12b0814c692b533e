package renditions.resize;

import renditions.batch.BytePermits;

/// The native memory that all items of the process may take together, in two parts: an item takes of the first
/// while it downloads, and then of the second while it has pixels, never the other way round, so that no two wait
/// for each other.
///
/// @param uploads for encoded uploads
/// @param pixels for what decoding, resizing and encoding need
public record Memory(BytePermits uploads, BytePermits pixels) {
    /// Divides memory between uploads and pixels.
    ///
    /// @param bytes of both together
    public static Memory of(long bytes) {
        return new Memory(new BytePermits(bytes / 3), new BytePermits(bytes - bytes / 3));
    }
}
