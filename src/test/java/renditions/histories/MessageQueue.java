package renditions.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The messages that wait to be received. Safe for use by many threads.
///
/// A message that is being worked on is invisible, and nothing that was begun for it happens any more when it is
/// visible again: on AWS, the visibility time-out is longer than any call.
final class MessageQueue {
    private final List<QueuedMessage> sent = new ArrayList<>(); // guarded by this, as the others
    private final List<QueuedMessage> visible = new ArrayList<>();
    private int receives;

    /// Sends a message.
    ///
    /// @param number of the change: a larger number is a later change
    synchronized QueuedMessage send(int number, Step.Change change) {
        var message = new QueuedMessage("message-" + sent.size(), number, change, 0);
        sent.add(message);
        visible.add(message);
        return message;
    }

    /// Sends a message once more, if there is any.
    synchronized void sendAgain(int index) {
        if (!sent.isEmpty()) {
            var first = sent.get(index % sent.size());
            var _ = send(first.number(), first.change());
        }
    }

    /// Receives a batch: each message at most once, none if none waits.
    ///
    /// @param picks indices from the newest on, each modulo the number of those that are left
    synchronized List<QueuedMessage> receive(List<Integer> picks) {
        var batch = new ArrayList<QueuedMessage>();
        for (int pick : picks) {
            if (!visible.isEmpty()) {
                batch.add(visible.remove(visible.size() - 1 - pick % visible.size())
                        .receivedOnceMore());
            }
        }
        receives += batch.size();
        return batch;
    }

    /// Deletes what is acknowledged of a batch, and makes the rest visible.
    synchronized void settle(List<QueuedMessage> batch, Set<String> acknowledged) {
        batch.stream().filter(message -> !acknowledged.contains(message.id())).forEach(visible::add);
    }

    /// Those that wait.
    synchronized List<QueuedMessage> left() {
        return List.copyOf(visible);
    }

    /// How many messages were sent.
    synchronized int sent() {
        return sent.size();
    }

    /// How many were received, each time counted.
    synchronized int receives() {
        return receives;
    }
}
