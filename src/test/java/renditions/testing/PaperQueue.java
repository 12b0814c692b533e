package renditions.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import renditions.batch.Cancellation;
import renditions.queue.MessageQueue;
import renditions.queue.QueueProblem;

/// A queue that keeps what is sent to it, and fails when a test says so.
public final class PaperQueue implements MessageQueue {
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final Queue<QueueProblem> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger redrives = new AtomicInteger();
    private volatile long waiting;

    /// Makes the next call fail.
    public void fail(QueueProblem problem) {
        problems.add(problem);
    }

    /// Says that so many messages are there.
    public void holds(long messages) {
        waiting = messages;
    }

    /// Takes everything that was sent.
    public List<String> take() {
        synchronized (bodies) {
            var taken = List.copyOf(bodies);
            bodies.clear();
            return taken;
        }
    }

    /// How often its dead letters were moved back.
    public int redrives() {
        return redrives.get();
    }

    @Override
    public Sent send(Cancellation cancellation, List<String> messages) {
        if (messages.isEmpty() || messages.size() > AT_ONCE) {
            throw new AssertionError("a call with " + messages.size() + " messages");
        }
        var problem = problems.poll();
        if (problem != null) {
            return problem;
        }
        bodies.addAll(messages);
        return new Sent.All();
    }

    @Override
    public Depth depth(Cancellation cancellation) {
        return new Depth.Messages(waiting);
    }

    @Override
    public Redriven redrive(Cancellation cancellation) {
        var problem = problems.poll();
        if (problem != null) {
            return problem;
        }
        redrives.incrementAndGet();
        return new Redriven.Started();
    }
}
