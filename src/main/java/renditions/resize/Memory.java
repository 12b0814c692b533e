package renditions.resize;

import renditions.batch.BytePermits;

/// The native memory that all items of the process may take together, in three budgets.
///
/// No two items wait for each other, because everybody takes in the same order and nobody takes twice of one budget:
/// an item takes of `uploads`, then of `pixels` while it holds the first; its renditions take of `encoded` while it
/// holds pixels. Whoever holds a part of `encoded` waits for the store alone, and the store answers or is cancelled. So
/// every part of `encoded` comes back, hence every part of `pixels`, hence every part of `uploads`. No thread of the
/// pixel lane waits for any of them. Requests above a budget are capped to it and run alone.
///
/// @param uploads for encoded uploads, from the download to the end of the decode
/// @param pixels for what decoding, resizing and encoding need, until the last rendition is encoded
/// @param encoded for encoded renditions, until they are stored
public record Memory(BytePermits uploads, BytePermits pixels, BytePermits encoded) {
    /// Divides memory: a quarter for uploads, a twelfth for encoded renditions, the rest for pixels.
    ///
    /// @param bytes of all three together
    public static Memory of(long bytes) {
        long uploads = bytes / 4;
        long encoded = bytes / 12;
        return new Memory(
                new BytePermits(uploads), new BytePermits(bytes - uploads - encoded), new BytePermits(encoded));
    }
}
