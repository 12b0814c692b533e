package renditions.batch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Work that registers a way to stop, and threads that cancel it, in many orders of their steps. A way to stop that
/// is registered at the cancellation runs, and none runs after its registration is closed, when the memory that it
/// touches is freed.
class CancellationExplorationTest {
    @Test
    void nobody_misses_the_word() {
        Exploration.check(Staying.class);
    }

    @Test
    void nobody_hears_it_after_closing() {
        Exploration.check(Leaving.class);
    }

    @Test
    void a_planted_race_between_registering_and_the_word_is_found() {
        assertThatThrownBy(() -> Exploration.check(Deaf.class)).isInstanceOf(LincheckAssertionError.class);
    }

    @Test
    void a_planted_race_between_closing_and_the_word_is_found() {
        assertThatThrownBy(() -> Exploration.check(Careless.class)).isInstanceOf(LincheckAssertionError.class);
    }

    /// Registers and stays registered.
    public static class Staying {
        private final CancellationSource source = new CancellationSource();
        private volatile boolean registered;
        private volatile boolean heard;

        @Operation(runOnce = true)
        @SuppressWarnings("resource") // it stays
        public void stay() {
            source.onCancel(() -> heard = true);
            registered = true;
        }

        @Operation(runOnce = true)
        public void cancel() {
            source.cancel();
        }

        @Validate
        public void whoStaysHasHeard() {
            if (registered && source.isCancelled() && !heard) {
                throw new IllegalStateException("one that is registered did not hear the word");
            }
        }
    }

    /// Registers, closes, and then frees what its way to stop touches.
    public static class Leaving {
        private final CancellationSource source = new CancellationSource();
        private final AtomicBoolean touched = new AtomicBoolean();

        @Operation
        public void comeAndGo() {
            var freed = new AtomicBoolean();
            source.onCancel(() -> touched.compareAndSet(false, freed.get())).close();
            freed.set(true);
        }

        @Operation
        public void cancel() {
            source.cancel();
        }

        @Validate
        public void nothingThatIsFreedWasTouched() {
            if (touched.get()) {
                throw new IllegalStateException("a way to stop touched what was freed");
            }
        }
    }

    /// As [Staying], with a race: the cancellation reads its flag before it lists the way to stop.
    public static class Deaf {
        private final Set<Runnable> hooks = new LinkedHashSet<>();
        private volatile boolean cancelled;
        private volatile boolean registered;
        private volatile boolean heard;

        @Operation(runOnce = true)
        public void stay() {
            if (cancelled) {
                heard = true;
            }
            synchronized (hooks) {
                hooks.add(() -> heard = true);
            }
            registered = true;
        }

        @Operation(runOnce = true)
        public void cancel() {
            cancelled = true;
            List<Runnable> all;
            synchronized (hooks) {
                all = List.copyOf(hooks);
            }
            all.forEach(Runnable::run);
        }

        @Validate
        public void whoStaysHasHeard() {
            if (registered && cancelled && !heard) {
                throw new IllegalStateException("one that is registered did not hear the word");
            }
        }
    }

    /// As [Leaving], with a race: closing does not wait for a way to stop that is just running.
    public static class Careless {
        private volatile @Nullable AtomicBoolean open;
        private final AtomicBoolean touched = new AtomicBoolean();

        @Operation
        public void comeAndGo() {
            var freed = new AtomicBoolean();
            open = freed;
            open = null;
            freed.set(true);
        }

        @Operation
        public void cancel() {
            var freed = open;
            if (freed != null) {
                touched.compareAndSet(false, freed.get());
            }
        }

        @Validate
        public void nothingThatIsFreedWasTouched() {
            if (touched.get()) {
                throw new IllegalStateException("a way to stop touched what was freed");
            }
        }
    }
}
