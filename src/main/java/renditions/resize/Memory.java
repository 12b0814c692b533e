package renditions.resize;

import renditions.batch.BytePermits;

/// The native memory that all items of the process may take, in three budgets.
///
/// There is no deadlock, because all items take from the budgets in the same order, and from each only once. An
/// item takes from `uploads`; while it holds that, from `pixels`; while it holds pixels, its renditions take from
/// `encoded`. A rendition that holds a part of `encoded` waits only for the store, and the store answers or is
/// cancelled. So every part of `encoded` is given back, hence every part of `pixels`, hence every part of
/// `uploads`. No thread of the pixel lane waits for a budget. Requests above a budget are capped to it and run
/// alone.
///
/// @param uploads for encoded uploads, from the download to the end of the decode
/// @param pixels for decoding, resizing and encoding, until the last rendition is encoded
/// @param encoded for encoded renditions, until they are stored
public record Memory(BytePermits uploads, BytePermits pixels, BytePermits encoded) {
    /// Divides memory: a quarter for uploads, a twelfth for encoded renditions, the rest for pixels.
    ///
    /// @param bytes the sum of all three
    public static Memory of(long bytes) {
        long uploads = bytes / 4;
        long encoded = bytes / 12;
        return new Memory(
                new BytePermits(uploads), new BytePermits(bytes - uploads - encoded), new BytePermits(encoded));
    }
}
