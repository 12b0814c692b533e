package renditions.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import renditions.runtime.Plan.Content;
import renditions.runtime.Plan.Fault;
import renditions.runtime.Plan.Letter;
import renditions.runtime.Plan.Picture;
import renditions.runtime.Plan.Place;
import renditions.testing.Manner;

/// Random plans, the same for the same seed. Used by one thread.
final class Plans {
    private static final int MOST_MESSAGES = 10;
    private static final int MOST_UPLOADS_OF_A_MESSAGE = 3;

    /// Enough time for every upload that S3 does not stall.
    private static final int AMPLE_MILLIS = 20_000;

    private final Random chance;
    private int number;

    Plans(long seed) {
        chance = new Random(seed);
    }

    Plan next() {
        var timeout = timeout();
        boolean ample = timeout.toMillis() == AMPLE_MILLIS;
        var letters = new ArrayList<Letter>();
        for (int left = 1 + chance.nextInt(MOST_MESSAGES); left > 0; left--) {
            letters.add(letter(ample));
        }
        return new Plan(++number, letters, timeout, percent(4), percent(10), percent(25));
    }

    /// A time-out from long over to ample.
    private Duration timeout() {
        int kind = chance.nextInt(100);
        return Duration.ofMillis(
                kind < 8
                        ? between(-5_000, 0)
                        : kind < 16
                                ? between(1, 250)
                                : kind < 40 ? between(250, 1_000) : kind < 80 ? between(1_000, 4_000) : AMPLE_MILLIS);
    }

    private Letter letter(boolean ample) {
        int kind = chance.nextInt(100);
        if (kind < 8) {
            return new Letter.Again(chance.nextInt(MOST_MESSAGES));
        }
        if (kind < 11) {
            return new Letter.Test();
        }
        if (kind < 14) {
            return new Letter.Unreadable();
        }
        int uploads = kind < 22 ? between(2, MOST_UPLOADS_OF_A_MESSAGE) : 1;
        var pictures = new ArrayList<Picture>();
        while (pictures.size() < uploads) {
            pictures.add(new Picture(content(), percent(20) ? Optional.of(fault(ample)) : Optional.empty()));
        }
        return new Letter.Announcing(pictures);
    }

    private Content content() {
        int kind = chance.nextInt(100);
        if (kind < 80) {
            return new Content.Sound(photo());
        }
        if (kind < 90) {
            return new Content.Cut(3 + chance.nextInt(Photos.size() - 3)); // half of a tiny one is still whole
        }
        return oneOf(List.of(new Content.Noise(chance.nextLong()), new Content.Empty(), new Content.Gone()));
    }

    /// Mostly a small picture; now and then the largest, which takes longest and cannot be stopped, or the one
    /// whose encoding cannot be stopped.
    private int photo() {
        if (percent(5)) {
            return Photos.GRAIN;
        }
        return percent(5) ? Photos.size() - 1 : chance.nextInt(1 + chance.nextInt(Photos.size()));
    }

    /// @param ample whether there is so much time that the fault must not take all of it
    private Fault fault(boolean ample) {
        var late = new Manner.Late(Duration.ofMillis(between(20, 2_000)));
        var manner = ample ? late : oneOf(List.of(late, new Manner.Silent(), new Manner.Half()));
        return new Fault(oneOf(List.of(Place.values())), manner);
    }

    private <T> T oneOf(List<? extends T> choices) {
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
