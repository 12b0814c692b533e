package renditions.resize;

import java.util.ArrayDeque;
import java.util.Deque;

/// What one attempt holds open for its steps: native memory, and the parts of the budgets that it counts in. It owns
/// all of it. A step gives back early what no later step needs; the rest is given back at the end of the attempt.
///
/// For the item's thread only.
final class Held implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /// Takes `opened` over.
    <T extends AutoCloseable> T keep(T opened) {
        open.push(opened);
        return opened;
    }

    /// Closes something that is kept, before the end. Closing it again does nothing.
    @SuppressWarnings("ReferenceEquality") // this very thing, and none that is equal to it
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
                close(); // the rest, whatever that one threw
            }
        }
    }

    private static void close(AutoCloseable kept) {
        try {
            kept.close();
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Exception impossible) {
            throw new AssertionError(impossible); // nothing that is kept declares one
        }
    }
}
