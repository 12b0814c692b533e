package renditions.local.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The journey of one delivery, from the beginning of the run.
///
/// @param receives its receives, in order; several if it was redelivered
/// @param end where it is after the run
public record Journey(List<Stop> receives, Place end) {
    /// With more receives than this, the picture leaves out their numbers.
    private static final int COUNTABLE = 12;

    public Journey {
        receives = List.copyOf(receives);
    }

    /// One receive by the function.
    ///
    /// @param from when it was received, since the beginning of the run
    /// @param to when it was answered
    public record Stop(Duration from, Duration to, ItemStatus status) {}

    /// The journey in one sentence: `received 2 times, at 0.2 s and 1.4 s, then deleted`.
    String sentence() {
        if (receives.isEmpty()) {
            return end.words();
        }
        var times = receives.stream().map(stop -> Words.seconds(stop.from())).toList();
        return switch (times.size()) {
            case 1 -> "received once, at %s, then %s".formatted(times.getFirst(), end.words());
            default ->
                String.format(
                        Locale.ROOT,
                        "received %d times, at %s and %s, then %s",
                        times.size(),
                        times.stream().limit(times.size() - 1L).collect(Collectors.joining(", ")),
                        times.getLast(),
                        end.words());
        };
    }

    /// The journey as marks on a line.
    ///
    /// @param whole the length of the line
    Track track(Duration whole) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < receives.size(); i++) {
            var stop = receives.get(i);
            var number = receives.size() > COUNTABLE ? "" : Integer.toString(i + 1);
            marks.add(new Mark(
                    stop.status().style(),
                    number,
                    percent(stop.from(), whole),
                    percent(stop.to().minus(stop.from()), whole)));
        }
        var waited = receives.size() < 2 && end != Place.DEAD_LETTERS
                ? List.<Mark>of()
                : List.of(new Mark("wait", "", percent(receives.getFirst().to(), whole), waiting(whole)));
        return new Track(marks, waited, end == Place.DEAD_LETTERS);
    }

    /// The width from the first receive to the last one, or to the move to the dead-letter queue, at the end of the
    /// run.
    private String waiting(Duration whole) {
        var until = end == Place.DEAD_LETTERS ? whole : receives.getLast().from();
        return percent(until.minus(receives.getFirst().to()), whole);
    }

    /// A part of the whole for the style sheet, at most all of it.
    static String percent(Duration part, Duration whole) {
        double share = (double) part.toNanos() / Math.max(1, whole.toNanos());
        return String.format(Locale.ROOT, "%.2f%%", 100 * Math.clamp(share, 0, 1));
    }

    /// A time line for the template of the contact sheet.
    ///
    /// @param marks the receives
    /// @param waits the wait between them: one or none
    /// @param isDead whether it ends in the dead-letter queue
    record Track(List<Mark> marks, List<Mark> waits, boolean isDead) {}

    /// A piece of a time line.
    ///
    /// @param style its name in the style sheet
    /// @param left where it begins, `12.50%`
    /// @param width its length
    record Mark(String style, String label, String left, String width) {}
}
