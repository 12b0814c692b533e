package renditions.architecture.planted.resize;

import java.util.function.LongSupplier;

/// Breaks a rule: a method reference.
interface RefersToTheTime {
    /// The time.
    LongSupplier NOW = System::nanoTime;
}
