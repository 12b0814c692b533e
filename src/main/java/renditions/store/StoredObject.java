package renditions.store;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A downloaded object in native memory. Owned by whoever received it, who closes it.
public final class StoredObject implements Fetched, AutoCloseable {
    private final Arena memory;
    private final MemorySegment bytes;
    private final String etag;

    /// Room for an object, for the store that downloads it.
    ///
    /// @param length in bytes, 0 to 2^31 - 1
    /// @param etag the entity tag as the store writes it, quotes included
    @SuppressWarnings("MustBeClosedChecker") // closed with the object
    public StoredObject(long length, String etag) {
        memory = Arena.ofShared();
        bytes = memory.allocate(length);
        this.etag = etag;
    }

    /// The whole body, possibly empty; may be used by every thread until the object is closed. The store fills it,
    /// afterwards nobody writes to it.
    public MemorySegment bytes() {
        return bytes;
    }

    /// The entity tag as the store writes it, quotes included.
    public String etag() {
        return etag;
    }

    /// Frees the bytes. Nothing may use them afterwards.
    @Override
    public void close() {
        memory.close();
    }
}
