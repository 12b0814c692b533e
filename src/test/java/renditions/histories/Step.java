package renditions.histories;

import java.time.Duration;
import java.util.List;

/// One thing that happens in a [History].
sealed interface Step {
    /// Somebody uploads something, or removes what is there, and S3 sends a message.
    record Change(String key, Content content) implements Step {}

    /// A message that S3 has sent before comes once more, as a message of its own.
    ///
    /// @param index of the message, modulo the number of all so far
    record Duplicate(int index) implements Step {}

    /// A process gets a batch.
    ///
    /// @param host where it runs, 0 or 1
    /// @param picks the messages, each by its index from the newest on, modulo the number of those that wait: so
    ///     they come in any order
    /// @param timeout the time that is left
    /// @param awaited whether nothing else happens until its end. If a call is held, what follows happens meanwhile
    record Invoke(int host, List<Integer> picks, Duration timeout, Trouble trouble, boolean awaited) implements Step {
        public Invoke {
            picks = List.copyOf(picks);
        }
    }
}
