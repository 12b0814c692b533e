package renditions.event;

import java.util.List;
import renditions.batch.Outcome;

/// Messages that Lambda took from one SQS queue and deletes from it unless the reply lists them.
///
/// @param deliveries the messages, in the order of the batch
/// @param order [Order#IN_GROUPS] where the queue is FIFO
record SqsBatch(List<Delivery> deliveries, Order order) implements Invocation {
    SqsBatch {
        deliveries = List.copyOf(deliveries);
    }

    @Override
    public byte[] reply(List<? extends Outcome<?>> outcomes) {
        return SqsReply.write(this, outcomes);
    }
}
