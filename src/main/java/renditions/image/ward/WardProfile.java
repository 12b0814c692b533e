package renditions.image.ward;

import renditions.image.EngineProfile;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;

/// The profile of an engine in a child: the same engine, and the child's own memory.
record WardProfile(EngineProfile engine) implements EngineProfile {
    /// The memory of a child without pictures, in bytes: its JVM, and libvips.
    private static final long CHILD_BYTES = 80_000_000;

    @Override
    public boolean stoppable(Format format, PixelSize size) {
        return true; // the child is killed
    }

    /// The child counts as long as its picture is open, so this is part of [#renderBytes].
    @Override
    public long decodeBytes(Header header, PixelSize size) {
        return engine.decodeBytes(header, size);
    }

    @Override
    public long renderBytes(PixelSize base) {
        return CHILD_BYTES + engine.renderBytes(base);
    }

    @Override
    public double decodeNanos(Format format) {
        return engine.decodeNanos(format);
    }

    @Override
    public double encodeNanos(Format format) {
        return engine.encodeNanos(format);
    }

    @Override
    public double resizeNanos() {
        return engine.resizeNanos();
    }
}
