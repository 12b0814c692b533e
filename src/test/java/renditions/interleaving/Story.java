package renditions.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import renditions.catalog.KeyLayout;
import renditions.event.Delivery;

/// What happens at one key: acts in this order, messages in any, calls in any.
///
/// @param sequencers whether the messages have any
/// @param kills how many attempts are killed at most, each at any of its calls
/// @param outOfTime how many attempts run out of time at most, each at any of its calls
/// @param removals whether the renditions of a removed upload are removed too
/// @param mostReceived the largest receive count that an attempt is told: 2, which stands for more; 1, which
///     keeps from it that its message was received before; or 0, where nobody counts
record Story(
        KeyLayout layout,
        List<Act> acts,
        boolean sequencers,
        int kills,
        int outOfTime,
        boolean removals,
        int mostReceived) {
    static final KeyLayout STABLE = new KeyLayout.Stable("out", "r/", "m/", "q/");
    static final KeyLayout VERSIONED = new KeyLayout.Versioned("out", "r/", "m/", "q/");

    static Story of(KeyLayout layout, Act... acts) {
        return new Story(layout, List.of(acts), true, 0, 0, true, 2);
    }

    Story withoutSequencers() {
        return new Story(layout, acts, false, kills, outOfTime, removals, mostReceived);
    }

    Story kills(int most) {
        return new Story(layout, acts, sequencers, most, outOfTime, removals, mostReceived);
    }

    Story outOfTime(int most) {
        return new Story(layout, acts, sequencers, kills, most, removals, mostReceived);
    }

    Story withoutRemovals() {
        return new Story(layout, acts, sequencers, kills, outOfTime, false, mostReceived);
    }

    Story alwaysFirst() {
        return new Story(layout, acts, sequencers, kills, outOfTime, removals, 1);
    }

    Story uncounted() {
        return new Story(layout, acts, sequencers, kills, outOfTime, removals, Delivery.UNCOUNTED);
    }

    /// The messages of the first acts, in their order.
    List<Letter> letters(int done) {
        var letters = new ArrayList<Letter>();
        for (int act = 0; act < done; act++) {
            for (int letter = 0; letter < acts.get(act).letters(); letter++) {
                letters.add(acts.get(act).letter(sequencers ? "00" + act : null));
            }
        }
        return letters;
    }

    /// As people say it.
    @Override
    public String toString() {
        var words = new StringJoiner(", ");
        words.add(layout instanceof KeyLayout.Versioned ? "versioned" : "stable");
        acts.forEach(act -> words.add(act.toString()));
        if (!sequencers) {
            words.add("no sequencers");
        }
        if (!removals) {
            words.add("no removals");
        }
        if (mostReceived == Delivery.UNCOUNTED) {
            words.add("uncounted");
        }
        if (kills > 0) {
            words.add(kills + " killed");
        }
        if (outOfTime > 0) {
            words.add(outOfTime + " out of time");
        }
        return words.toString();
    }
}
