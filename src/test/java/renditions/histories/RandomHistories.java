package renditions.histories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import renditions.histories.Trouble.Deed;

/// Makes a random history, the same for the same seed. Used by one thread.
final class RandomHistories {
    private static final int MOST_KEYS = 2;
    private static final int MOST_STEPS = 24;
    private static final int MOST_MESSAGES = 3;

    /// About as many calls as the work on one message takes.
    private static final int CALLS = 6;

    private static final Duration AMPLE = Duration.ofSeconds(20);

    private static final List<Deed> KILLS = List.of(Deed.KILL_BEFORE, Deed.KILL_AFTER);
    private static final List<Deed> FAULTS =
            List.of(Deed.INTERNAL_ERROR, Deed.SLOW_DOWN, Deed.RESET, Deed.LOSE_ANSWER, Deed.CUT_BODY);

    private final String name;
    private final Random chance;
    private final int keys;
    private final Map<String, List<Content>> before = new HashMap<>();

    private RandomHistories(long seed) {
        name = "history-" + seed;
        chance = new Random(seed);
        keys = between(1, MOST_KEYS);
    }

    static History of(long seed) {
        return new RandomHistories(seed).history();
    }

    private History history() {
        var steps = new ArrayList<Step>(List.of(change()));
        for (int most = between(MOST_STEPS / 2, MOST_STEPS); steps.size() < most; ) {
            steps.addAll(next());
        }
        return new History(name, steps);
    }

    private List<Step> next() {
        int kind = chance.nextInt(100);
        if (kind < 36) {
            return List.of(change());
        }
        if (kind < 42) {
            return List.of(new Step.Duplicate(chance.nextInt(MOST_STEPS)));
        }
        var invoke = invoke();
        return invoke.trouble().hold() > 0 && percent(50) ? overtaken(invoke) : List.of(invoke);
    }

    /// While a call is held, another process works on a newer change.
    private List<Step> overtaken(Step.Invoke held) {
        var newest = List.of(0);
        return List.of(held, change(), new Step.Invoke(1 - held.host(), newest, AMPLE, Trouble.NONE, true));
    }

    private Step change() {
        var key = name + "/" + chance.nextInt(keys) + ".png";
        var contents = before.computeIfAbsent(key, _ -> new ArrayList<>());
        boolean back = contents.size() > 1 && percent(35); // as in A, B, A
        contents.add(back ? contents.get(contents.size() - 2) : content());
        return new Step.Change(key, contents.getLast());
    }

    private Content content() {
        int kind = chance.nextInt(100);
        return kind < 80 ? oneOf(Content.PICTURES) : kind < 96 ? Content.NONE : Content.CORRUPT;
    }

    private Step.Invoke invoke() {
        var picks = new ArrayList<Integer>();
        for (int left = between(1, MOST_MESSAGES); left > 0; left--) {
            picks.add(chance.nextInt(MOST_STEPS));
        }
        var trouble = trouble(CALLS * between(1, picks.size()));
        return new Step.Invoke(chance.nextInt(Reality.HOSTS), picks, timeout(trouble), trouble, percent(60));
    }

    private Trouble trouble(int calls) {
        int kind = chance.nextInt(100);
        if (kind < 25) {
            return Trouble.NONE;
        }
        int call = between(1, calls);
        if (kind < 58) {
            return new Trouble(call, percent(50) ? between(2, 5) : 0, oneOf(KILLS));
        }
        if (kind < 80) {
            return new Trouble(call, between(2, 5), Deed.SERVE);
        }
        return new Trouble(call, 0, kind < 84 ? Deed.STALL : oneOf(FAULTS));
    }

    private Duration timeout(Trouble trouble) {
        if (trouble.deed() == Deed.STALL) {
            return Duration.ofMillis(between(300, 1_000));
        }
        return percent(12) ? Duration.ofMillis(between(10, 1_000)) : AMPLE;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private boolean percent(int share) {
        return chance.nextInt(100) < share;
    }

    /// A random number from `least` to `most`, both included.
    private int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }
}
