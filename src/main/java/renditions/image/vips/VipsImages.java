package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.image.EngineProfile;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;

/// The engine that uses libvips. A process has one libvips, which all loaded engines share.
public final class VipsImages implements Images {
    private final VipsLibrary vips;
    private final VipsProbe probe;
    private final VipsDecoding decoding;

    private VipsImages(VipsLibrary vips) {
        this.vips = vips;
        probe = new VipsProbe(vips);
        decoding = new VipsDecoding(vips);
    }

    /// Loads and starts libvips, once per process.
    ///
    /// @param libvips the shared library, from the setting LIBVIPS; null to look where Lambda puts layers and the
    ///     function's own code
    /// @param taskRoot the folder of the function's own code on Lambda, null elsewhere
    /// @throws EngineUnusable if there is no libvips, or none that is new enough, or if another one is already in
    ///     use
    public static VipsImages load(@Nullable String libvips, @Nullable String taskRoot) {
        return new VipsImages(VipsPlaces.of(libvips, taskRoot).start());
    }

    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        return probe.probe(cancellation, bytes, limits);
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        return decoding.decode(cancellation, bytes, header, size);
    }

    @Override
    public EngineProfile profile() {
        return VipsProfile.INSTANCE;
    }

    @Override
    public String version() {
        return "libvips " + vips.process().version();
    }

    /// What libvips holds at this moment for the whole process. The tests use it to see that no picture leaks.
    public Tracked tracked() {
        return vips.process().tracked();
    }

    /// The most bytes that libvips held at any moment since it was started, for the whole process.
    public long highWater() {
        return vips.process().highWater();
    }

    VipsLibrary library() {
        return vips;
    }
}
