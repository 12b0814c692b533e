package renditions.image.ward;

import java.util.concurrent.atomic.AtomicInteger;

/// A child that is lent to one decoded picture and those that were resized from it. When the last of them is closed,
/// the child is given back.
///
/// @param open how many pictures are open
record Loan(Children children, Child child, AtomicInteger open) {
    /// Begins with the decoded picture.
    Loan(Children children, Child child) {
        this(children, child, new AtomicInteger(1));
    }

    void opened() {
        open.incrementAndGet();
    }

    /// Closes a picture, which the child then frees.
    void close(int picture) {
        child.tell(new Request.Close(picture));
        if (open.decrementAndGet() == 0) {
            children.giveBack(child);
        }
    }
}
