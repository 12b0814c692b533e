package renditions.architecture.planted.image;

import java.util.concurrent.atomic.AtomicInteger;

/// Breaks a rule: a setter.
record Settable(AtomicInteger width) {
    void setWidth(int pixels) {
        width.set(pixels);
    }
}
