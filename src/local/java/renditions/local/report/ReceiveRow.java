package renditions.local.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// One receive as a row of the time line; the method names are the words of the contact sheet's template.
record ReceiveRow(RunReceive receive, Duration whole) {
    int number() {
        return receive.number();
    }

    String at() {
        return Words.seconds(receive.from());
    }

    String outcome() {
        return Harmless.text(receive.outcome(), true);
    }

    String reply() {
        return receive.reply().lines().map(line -> Harmless.text(line, true)).collect(Collectors.joining("\n"));
    }

    boolean isFirst() {
        return receive.number() == 1;
    }

    /// The share of its deliveries that were acknowledged, in percent for the style sheet.
    String deleted() {
        return 100 * receive.deleted() / Math.max(1, receive.messages()) + "%";
    }

    boolean hasReply() {
        return !receive.reply().isEmpty();
    }

    /// The receive as a mark on the time line.
    Journey.Track track() {
        var stop = new Journey.Stop(receive.from(), receive.to(), ItemStatus.MADE);
        return new Journey(List.of(stop), Place.DELETED).track(whole);
    }
}
