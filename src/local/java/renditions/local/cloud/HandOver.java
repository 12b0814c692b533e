package renditions.local.cloud;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Hands a batch to the function, deletes what its reply acknowledges, and leaves the rest in the queue. Safe for
/// use by many threads at once.
///
/// @param redelivery after what time the rest is redelivered; empty: after the queue's visibility time-out
record HandOver(Function function, Settlement settlement, Optional<Duration> redelivery) {
    Receive of(List<SqsRecord> batch) throws InterruptedException {
        long begin = System.nanoTime();
        var reply = function.invoke(batch);
        long end = System.nanoTime();
        var acknowledged = batch.stream()
                .filter(message -> reply.acknowledged().contains(message.messageId()))
                .toList();
        var receive = new Receive(batch, begin, end, reply, settlement.delete(acknowledged));
        redelivery.ifPresent(after ->
                settlement.redeliver(receive.left().stream().map(batch::get).toList(), after));
        return receive;
    }
}
