package renditions.event;

import java.util.List;
import renditions.batch.Outcome;

/// Messages of one SQS queue. Lambda deletes from the queue those that the reply does not list.
///
/// @param deliveries the messages, in the order of the batch
/// @param order [Order#IN_GROUPS] if the queue is FIFO
record SqsBatch(List<Delivery> deliveries, Order order) implements Invocation {
    SqsBatch {
        deliveries = List.copyOf(deliveries);
    }

    @Override
    public byte[] reply(List<? extends Outcome<?>> outcomes) {
        return SqsReply.write(this, outcomes);
    }
}
