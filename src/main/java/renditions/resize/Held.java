package renditions.resize;

import java.util.ArrayDeque;
import java.util.Deque;

/// The native memory that one attempt holds for its steps, and the parts of the budgets for it. It owns all of it.
/// A step gives back early what no later step needs; the rest is given back at the end of the attempt.
///
/// For the item's thread only.
final class Held implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /// Takes over `opened`.
    <T extends AutoCloseable> T keep(T opened) {
        open.push(opened);
        return opened;
    }

    /// Closes something that is kept, before the end of the attempt. A second call does nothing.
    @SuppressWarnings("ReferenceEquality") // the same object, not an equal one
    void giveBack(AutoCloseable kept) {
        if (open.removeIf(each -> each == kept)) {
            close(kept);
        }
    }

    /// Closes everything that is still kept, the newest first.
    @Override
    public void close() {
        if (!open.isEmpty()) {
            try {
                close(open.pop());
            } finally {
                close(); // the rest, even if that one threw
            }
        }
    }

    private static void close(AutoCloseable kept) {
        try {
            kept.close();
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Exception impossible) {
            throw new AssertionError(impossible); // nothing that is kept declares a checked exception
        }
    }
}
