package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// One reference from C, which is given back exactly once. May be used and closed on any thread.
final class Reference implements AutoCloseable {
    private final Arena lifetime = Arena.ofShared();
    private final Runnable giveBack;

    private Reference(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    /// Makes the Java object that owns the reference from now on. If that throws, the reference is given back.
    ///
    /// @param owner makes the owner, whose `close` closes the reference
    static <T> T takeOver(Runnable giveBack, Function<Reference, T> owner) {
        var once = once(giveBack);
        try {
            return owner.apply(new Reference(once));
        } catch (Throwable thrown) {
            once.run();
            throw thrown;
        }
    }

    /// Race of several threads that run it: the first gives back, the others do nothing.
    private static Runnable once(Runnable giveBack) {
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                giveBack.run();
            }
        };
    }

    /// The memory behind a pointer of C, usable until this reference is closed. After that the JVM refuses every
    /// access, and every call with it as an argument.
    @SuppressWarnings("restricted") // a pointer of C has no length and no lifetime of its own
    MemorySegment memory(MemorySegment pointer, long bytes) {
        return pointer.reinterpret(bytes, lifetime, null);
    }

    /// Race of two threads that close, or of one that closes and one in a call that uses the memory: the first
    /// wins, and the other gets an [IllegalStateException].
    @Override
    public void close() {
        lifetime.close();
        giveBack.run();
    }
}
