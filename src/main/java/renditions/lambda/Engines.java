package renditions.lambda;

import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;
import renditions.image.Images;
import renditions.image.guard.GuardedImages;
import renditions.image.vips.VipsImages;
import renditions.image.ward.WardedImages;

/// The image engines of the function.
///
/// @param usual for uploads that were received for the first time
/// @param suspects for those that were received before, which may have killed or hung the process
/// @param resting frees what `suspects` keeps for the next one, between invocations
/// @param usage the native memory of `usual`
public record Engines(Images usual, Images suspects, Runnable resting, Usage usage) {
    /// The native memory of an engine, as it counts that itself, in bytes.
    ///
    /// @param held at this moment
    /// @param peak the most at once since the process began
    public record Usage(LongSupplier held, LongSupplier peak) {
        /// That of an engine that takes none.
        public static final Usage NONE = new Usage(() -> 0, () -> 0);

        /// That of libvips.
        public static Usage of(VipsImages vips) {
            return new Usage(() -> vips.tracked().bytes(), vips::highWater);
        }
    }

    /// The same engine for all uploads.
    public static Engines of(Images images) {
        return new Engines(images, images, () -> {}, Usage.NONE);
    }

    /// libvips in this process, and in processes of their own for suspects, both behind the guard.
    public static Engines load(Settings settings) {
        var vips = VipsImages.load(settings.libvips(), settings.taskRoot());
        var log = LoggerFactory.getLogger("renditions.ward");
        var ward = WardedImages.ofVips(
                vips, settings.libvips(), settings.taskRoot(), settings.memoryBytes(), settings.stuck(), log::warn);
        return new Engines(new GuardedImages(vips), new GuardedImages(ward), ward::rest, Usage.of(vips));
    }
}
