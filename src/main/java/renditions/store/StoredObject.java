package renditions.store;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A downloaded object in native memory. Its receiver owns it and closes it.
public final class StoredObject implements Fetched, AutoCloseable {
    private final Arena memory;
    private final MemorySegment bytes;
    private final String etag;

    /// Allocates an object, for the store that downloads it.
    ///
    /// @param length in bytes, 0 to 2^31 - 1
    /// @param etag the ETag as the store writes it, quotes included
    @SuppressWarnings("MustBeClosedChecker") // closed with the object
    public StoredObject(long length, String etag) {
        memory = Arena.ofShared();
        bytes = memory.allocate(length);
        this.etag = etag;
    }

    /// The whole body, possibly empty; every thread may use it until the object is closed. The store fills it;
    /// after that nobody writes to it.
    public MemorySegment bytes() {
        return bytes;
    }

    /// The ETag as the store writes it, quotes included.
    public String etag() {
        return etag;
    }

    /// Frees the bytes. They may not be used afterwards.
    @Override
    public void close() {
        memory.close();
    }
}
