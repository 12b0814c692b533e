package renditions.reprocess;

import renditions.batch.Cancellation;
import renditions.json.Json;
import renditions.store.Condition;

/// Where the sweep of a range stands, for the next tick: everything up to a key was looked at, and what was found
/// was sent. Of two sweeps that run side by side, the first that writes goes on, and the other ends when it would
/// write. For one thread.
final class Position {
    /// After how many rounds it is stored; each has a page or two, so this adds a request to fifty or more.
    private static final int ROUNDS = 50;

    /// After how many messages it is stored: so many are sent twice, at most, if the sweep is killed.
    private static final int MESSAGES = 2_000;

    private final Memo memo;
    private final String tick;
    private final String begin;
    private Condition unchanged;
    private int writes;
    private int rounds; // since the last write
    private long stored; // how many messages were sent by then

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

    /// Stores that the sweep stands here, if it came far enough since it last did so, or has to end.
    ///
    /// @param after everything up to this key is done
    /// @param messages how many this sweep has sent
    void advance(Cancellation cancellation, String after, long messages, boolean ends) throws Halted {
        rounds++;
        if (ends || rounds == ROUNDS || messages - stored >= MESSAGES) {
            write(cancellation, after);
            rounds = 0;
            stored = messages;
        }
    }

    /// Stores that the sweep is at its end, unless that is what is stored.
    void end(Cancellation cancellation) throws Halted {
        if (!begin.isEmpty() || writes > 0) {
            write(cancellation, "");
        }
    }

    /// No two texts are alike, so the condition never holds by chance.
    private void write(Cancellation cancellation, String after) throws Halted {
        var json = Json.object().put("after", after).put("tick", tick).put("write", ++writes);
        unchanged = memo.write(cancellation, json, unchanged);
    }
}
