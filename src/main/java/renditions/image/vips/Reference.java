package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Function;

/// One reference that C gave to us, which is given back exactly once. May be used and closed on any thread.
final class Reference implements AutoCloseable {
    private final Arena lifetime = Arena.ofShared();
    private final Runnable giveBack;

    private Reference(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    /// Makes the Java object that owns a reference from now on. If that throws, the reference is given back.
    ///
    /// @param owner makes the owner, whose `close` closes the reference
    static <T> T takeOver(Runnable giveBack, Function<Reference, T> owner) {
        try {
            return owner.apply(new Reference(giveBack));
        } catch (Throwable thrown) {
            giveBack.run();
            throw thrown;
        }
    }

    /// What a pointer of C points to, usable until this is closed. After that the JVM refuses to touch it, also as
    /// the argument of a call.
    @SuppressWarnings("restricted") // a pointer of C has no length and no lifetime of its own
    MemorySegment memory(MemorySegment pointer, long bytes) {
        return pointer.reinterpret(bytes, lifetime, null);
    }

    /// Race between two who close, or with a call that uses the memory: ending the lifetime lets one win and gives the
    /// others an [IllegalStateException].
    @Override
    public void close() {
        lifetime.close();
        giveBack.run();
    }
}
