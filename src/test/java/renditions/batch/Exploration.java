package renditions.batch;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import renditions.testing.Soak;

/// Plays random scenarios of a class's operations on three threads, each in many orders of the threads' steps.
///
/// It uses the options' check and not `Lincheck.runConcurrentTest`, with which Lincheck 3.7 finds nothing on a JDK
/// 25. So every exploration has a planted race beside it, which it must find.
final class Exploration {
    /// How long the threads of one invocation may take before Lincheck reports a hang, in milliseconds. It finds
    /// deadlocks without this limit, so the limit need only be longer than a busy machine takes to load and rewrite
    /// the classes of the first invocation.
    private static final long HANG = 300_000;

    private Exploration() {}

    /// @throws org.jetbrains.lincheck.LincheckAssertionError if a result or the final state is wrong, with the
    ///     steps that lead to it
    static void check(Class<?> operations) {
        new ModelCheckingOptions()
                .threads(3)
                .actorsBefore(0) // an operation that works once would have worked before the threads start
                .actorsPerThread(2)
                .actorsAfter(0)
                .iterations(Soak.times(5, 100))
                .invocationsPerIteration(Soak.times(200, 2_000))
                .invocationTimeout$lincheck(HANG) // internal in Kotlin; Lincheck 3.7 has no other way to set it
                .check(operations);
    }
}
