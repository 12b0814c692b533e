package renditions.lambda;

import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import renditions.image.Images;

/// What happens around the snapshot that Lambda SnapStart takes of the initialised process: a [Rehearsal] before it,
/// so that what is restored has everything loaded, linked and compiled that an invocation needs.
///
/// Nothing has to be done after a restore. The function itself has not been used when the snapshot is taken: it has
/// no connection, no thread in its lanes, no measured time, no random number. Credentials and addresses are asked
/// for when they are needed. The idle threads that libvips keeps for some seconds wait for work and a time-out, and
/// a restore brings one or the other.
///
/// Source: Lambda developer guide, "Lambda SnapStart runtime hooks".
final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger("renditions.priming");

    private final Settings settings;
    private final Supplier<Images> images;

    Priming(Settings settings, Supplier<Images> images) {
        this.settings = settings;
        this.images = images;
    }

    /// Has it happen.
    ///
    /// @return kept by the caller: what is only registered is forgotten
    static Resource register(Settings settings) {
        var priming = new Priming(settings, () -> Wiring.images(settings));
        Core.getGlobalContext().register(priming);
        return priming;
    }

    /// Whatever goes wrong, the function can do without.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws InterruptedException {
        try {
            new Rehearsal(settings, images.get()).play();
            LOG.info("PRIMED");
        } catch (RuntimeException | LinkageError problem) {
            LOG.warn("NOT_PRIMED the first invocation will take longer", problem);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
