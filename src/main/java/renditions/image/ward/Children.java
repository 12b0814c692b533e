package renditions.image.ward;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import renditions.batch.Cancellation;

/// The children of this process. One works for one picture at a time; one that is done waits for the next suspect. So
/// there are as many as suspects are worked on at once, and none before the first.
///
/// Safe for use by many threads.
final class Children {
    private final Launch launch;
    private final String version;
    private final Consumer<String> log;
    private final Deque<Child> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean unstartable = new AtomicBoolean();

    /// @param version name and version of the engine that each child must have
    /// @param log takes a line for each child that was lost or could not be started
    Children(Launch launch, String version, Consumer<String> log) {
        this.launch = launch;
        this.version = version;
        this.log = log;
    }

    /// A child that waits, or a new one. The caller gives it back or closes it.
    ///
    /// @throws NoChild if none can be started. It is tried once; the next try comes after [#rest()].
    Child take(Cancellation cancellation) throws NoChild {
        for (var child = idle.poll(); child != null; child = idle.poll()) {
            if (child.isAlive()) {
                return child;
            }
        }
        return start(cancellation);
    }

    /// A new child, as [#take] gives one. A slow start is none that fails: only the cancellation ends it.
    Child start(Cancellation cancellation) throws NoChild {
        if (unstartable.get()) {
            throw new NoChild("it was tried before");
        }
        try {
            return greeted(cancellation, new Child(launch.start()));
        } catch (IOException refused) {
            throw none(cancellation, Words.clean(refused.toString()));
        } catch (ChildLost lost) {
            throw none(cancellation, lost.line());
        }
    }

    private NoChild none(Cancellation cancellation, String why) {
        if (!cancellation.isCancelled() && !unstartable.getAndSet(true)) {
            log.accept("NO_WARD no process for suspects can be started, so they are decoded in this one: " + why);
        }
        return new NoChild(why);
    }

    private Child greeted(Cancellation cancellation, Child child) throws ChildLost {
        try (var none = Arena.ofConfined()) {
            var answer = child.ask(cancellation, new Request.Greet(), Child.FOREVER, 0, none);
            if (answer instanceof Answer.Hello(var its) && its.equals(version)) {
                return child;
            }
            throw child.babbled();
        }
    }

    /// Notes a child that was lost.
    void lost(ChildLost lost) {
        log.accept("WARD_LOST the process that decoded a suspect was lost: " + lost.line());
    }

    /// Takes back a child that has no picture open.
    void giveBack(Child child) {
        idle.push(child);
    }

    /// Ends the children that wait.
    void rest() {
        for (var child = idle.poll(); child != null; child = idle.poll()) {
            child.close();
        }
        unstartable.set(false);
    }
}
