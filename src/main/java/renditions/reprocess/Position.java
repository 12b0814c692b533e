package renditions.reprocess;

import renditions.batch.Cancellation;
import renditions.json.Json;
import renditions.store.Condition;

/// Where the sweep of a range stands, for the next tick: everything up to a key was looked at, and what was found
/// was sent. Of two sweeps that run side by side, the first that writes goes on, and the other ends when it would
/// write. For one thread.
final class Position {
    private final Memo memo;
    private final String tick;
    private final String begin;
    private Condition unchanged;
    private int writes;

    private Position(Memo memo, String tick, String begin, Condition unchanged) {
        this.memo = memo;
        this.tick = tick;
        this.begin = begin;
        this.unchanged = unchanged;
    }

    /// Reads where the sweep stands.
    ///
    /// @param tick the id of this invocation
    static Position read(Cancellation cancellation, Memo memo, String tick) throws Halted {
        var read = memo.read(cancellation);
        return new Position(memo, tick, read.json().path("after").asString(""), read.unchanged());
    }

    /// The first key, wherever the sweep stands.
    static Position first(Memo memo, String tick) {
        return new Position(memo, tick, "", new Condition.IfAbsent());
    }

    /// The key that this sweep begins after; empty to begin with the first.
    String begin() {
        return begin;
    }

    /// Stores that the sweep stands here. No two texts are alike, so the condition never holds by chance.
    ///
    /// @param after a key; empty if the next sweep begins with the first
    void write(Cancellation cancellation, String after) throws Halted {
        var json = Json.object().put("after", after).put("tick", tick).put("write", ++writes);
        unchanged = memo.write(cancellation, json, unchanged);
    }

    /// Stores that the sweep is at its end, unless that is what is stored.
    void end(Cancellation cancellation) throws Halted {
        if (!begin.isEmpty() || writes > 0) {
            write(cancellation, "");
        }
    }
}
