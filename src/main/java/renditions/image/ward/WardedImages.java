package renditions.image.ward;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.image.EngineProfile;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;

/// An engine for suspects: pictures that may have killed or hung a process before. They are worked on in child
/// processes, where a crash, a hang or a memory bomb is a problem of that picture alone.
///
/// A header or a decode that has taken half of the time left is told to stop, so that others get the other half. If
/// it has not stopped some time later, the picture is STUCK. A cancellation wins over both: it kills the child, and
/// the picture is only stopped. A picture is condemned as CRASHED only by a child that has seen no other one: what an
/// earlier picture has broken may show itself late.
///
/// If no child can be started, suspects are worked on in this process.
public final class WardedImages implements Images {
    /// The memory that reading a header may take beside the upload's bytes, and for each pixel of the largest picture
    /// that is decoded in one go: some decoders allocate all pixels before they tell how many there are.
    private static final long PROBE_BYTES = 128_000_000;

    private static final long PROBE_PIXEL = 4;

    /// The memory that any decode may take beyond twice its estimate.
    private static final long DECODE_BYTES = 64_000_000;

    private final Images engine;
    private final Children children;
    private final long memory;
    private final Duration stuck;

    WardedImages(Images engine, Launch launch, long memory, Duration stuck, Consumer<String> log) {
        this.engine = engine;
        this.memory = memory;
        this.stuck = stuck;
        children = new Children(launch, engine.version(), log);
    }

    /// An engine whose children use libvips. Starts no child.
    ///
    /// @param engine the same libvips in this process
    /// @param libvips as for [renditions.image.vips.VipsImages#load]
    /// @param taskRoot as for [renditions.image.vips.VipsImages#load]
    /// @param memory the most bytes that a picture may take, whatever its estimate
    /// @param stuck how long after the word to stop a header or a decode counts as STUCK
    /// @param log takes a line for each child that was lost or could not be started
    public static WardedImages ofVips(
            Images engine,
            @Nullable String libvips,
            @Nullable String taskRoot,
            long memory,
            Duration stuck,
            Consumer<String> log) {
        return new WardedImages(engine, Launch.ofVips(libvips, taskRoot), memory, stuck, log);
    }

    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        return suspect(
                cancellation,
                (child, time) -> probed(cancellation, child, time, bytes, limits),
                problem -> problem,
                () -> engine.probe(cancellation, bytes, limits));
    }

    private Probed probed(
            Cancellation cancellation, Child child, Duration time, MemorySegment bytes, ImageLimits limits)
            throws ChildLost {
        long most = Math.min(memory, PROBE_BYTES + PROBE_PIXEL * limits.maxPixelsAtOnce());
        var request = new Request.Probe(time.toNanos(), most, limits, bytes);
        var probed = switch (ask(cancellation, child, request, time)) {
            case Answer.Recognised(var header) -> header;
            case Answer.Failed(var problem) -> problem;
            case Answer.Hello _, Answer.Made _, Answer.Coded _, Answer.Sketched _ -> throw child.babbled();
        };
        children.giveBack(child);
        return probed;
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        return suspect(
                cancellation,
                (child, time) -> decoded(cancellation, child, time, bytes, header, size),
                problem -> problem,
                () -> engine.decode(cancellation, bytes, header, size));
    }

    private Rendered decoded(
            Cancellation cancellation, Child child, Duration time, MemorySegment bytes, Header header, PixelSize size)
            throws ChildLost {
        var profile = engine.profile();
        long most =
                Math.min(memory, DECODE_BYTES + 2 * (profile.decodeBytes(header, size) + profile.renderBytes(size)));
        var request = new Request.Decode(time.toNanos(), most, header, size, bytes);
        return switch (ask(cancellation, child, request, time)) {
            case Answer.Made(int picture) -> new WardedPicture(new Loan(children, child), picture, size);
            case Answer.Failed(var problem) -> {
                children.giveBack(child);
                yield problem;
            }
            case Answer.Hello _, Answer.Recognised _, Answer.Coded _, Answer.Sketched _ -> throw child.babbled();
        };
    }

    private Answer ask(Cancellation cancellation, Child child, Request request, Duration time) throws ChildLost {
        try (var none = Arena.ofConfined()) {
            return child.ask(cancellation, request, time.plus(stuck), 0, none);
        }
    }

    /// Work on the bytes of a picture.
    private interface Work<T> {
        /// @param time how long it may take before it is told to stop
        T in(Child child, Duration time) throws ChildLost;
    }

    private <T> T suspect(
            Cancellation cancellation, Work<T> work, Function<ImageProblem, T> problem, Supplier<T> withoutChild) {
        for (boolean fresh = false; !cancellation.isCancelled(); fresh = true) {
            try {
                var child = fresh ? children.start(cancellation) : children.take(cancellation);
                fresh = child.begin();
                return work.in(child, time(cancellation));
            } catch (NoChild none) {
                if (!cancellation.isCancelled()) {
                    return withoutChild.get();
                }
            } catch (ChildLost lost) {
                if (!cancellation.isCancelled()) {
                    children.lost(lost);
                    if (fresh || lost.how() == ChildLost.How.LATE) {
                        return problem.apply(Verdicts.of(lost));
                    }
                }
            }
        }
        return problem.apply(new ImageProblem.Stopped());
    }

    /// Half of the time left.
    private static Duration time(Cancellation cancellation) {
        return Duration.ofNanos(Math.clamp(cancellation.nanosLeft() / 2, 1, Child.FOREVER.toNanos()));
    }

    /// Ends the children that wait for a suspect. Call it when an invocation has been answered.
    public void rest() {
        children.rest();
    }

    @Override
    public EngineProfile profile() {
        return new WardProfile(engine.profile());
    }

    @Override
    public String version() {
        return engine.version();
    }
}
