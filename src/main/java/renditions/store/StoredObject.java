package renditions.store;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A downloaded object in native memory. Its receiver owns it and closes it.
public final class StoredObject implements Fetched, AutoCloseable {
    private final Arena memory;
    private final MemorySegment bytes;
    private final ObjectFacts facts;

    /// Allocates an object, for the store that downloads it.
    ///
    /// @param facts what the store says of it; the length is 0 to 2^31 - 1
    @SuppressWarnings("MustBeClosedChecker") // closed with the object
    public StoredObject(ObjectFacts facts) {
        memory = Arena.ofShared();
        bytes = memory.allocate(facts.length());
        this.facts = facts;
    }

    /// The whole body, possibly empty; every thread may use it until the object is closed. The store fills it;
    /// after that its receiver may change it.
    public MemorySegment bytes() {
        return bytes;
    }

    /// What the store said of it when it sent these bytes.
    public ObjectFacts facts() {
        return facts;
    }

    /// As [ObjectFacts#etag].
    public String etag() {
        return facts.etag();
    }

    /// As [ObjectFacts#modified].
    public Instant modified() {
        return facts.modified();
    }

    /// As [ObjectFacts#version].
    public @Nullable String version() {
        return facts.version();
    }

    /// Frees the bytes. They may not be used afterwards.
    @Override
    public void close() {
        memory.close();
    }
}
