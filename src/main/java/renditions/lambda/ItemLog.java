package renditions.lambda;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import renditions.batch.BatchListener;
import renditions.batch.Outcome;
import renditions.resize.Made;

/// One log line for each item that was settled.
final class ItemLog implements BatchListener<Item, Made> {
    private static final Logger LOG = LoggerFactory.getLogger("renditions.item");

    @Override
    public void settled(Item item, Outcome<Made> outcome, long nanos) {
        var what = item.subject();
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        switch (outcome) {
            case Outcome.Done<Made>(var made) ->
                LOG.info(
                        "DONE {} {} {} renditions in {} ms",
                        what,
                        made.size(),
                        made.renditions().size(),
                        millis);
            case Outcome.Skipped<Made>(var reason) -> LOG.info("SKIPPED {} {}", what, reason);
            case Outcome.Failed<Made>(var problem)
            when problem.cause() != null ->
                LOG.error("FAILED {} {} {}", problem.code(), what, problem.message(), problem.cause());
            case Outcome.Failed<Made>(var problem) ->
                LOG.warn("FAILED {} {} {}", problem.code(), what, problem.message());
            case Outcome.NotStarted<Made>(var reason) -> LOG.warn("NOT_STARTED {} {}", what, reason);
            case Outcome.NotFinished<Made>(var reason) ->
                LOG.warn("NOT_FINISHED {} {} after {} ms", what, reason, millis);
        }
    }
}
