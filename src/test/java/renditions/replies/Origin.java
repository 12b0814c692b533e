package renditions.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Function;
import renditions.testing.Events;

/// A source of events, with events of the shortest form that it may have.
///
/// @param title its name for people
/// @param holdsSeveral whether an event may be about several uploads
/// @param events makes an event about these keys, which need no encoding
record Origin(String title, boolean holdsSeveral, Function<List<String>, byte[]> events) {
    static final List<Origin> ALL = List.of(
            new Origin(
                    "A queue of SQS that S3 notifies",
                    true,
                    keys -> Events.sqs(keys.stream().map(Events::created).toList())),
            new Origin(
                    "A queue that subscribes to a topic of SNS",
                    true,
                    keys -> Events.sqs(keys.stream()
                            .map(Events::created)
                            .map(Events::enveloped)
                            .toList())),
            new Origin(
                    "A queue that is the target of a rule of EventBridge",
                    true,
                    keys -> Events.sqs(keys.stream().map(Events::bridged).toList())),
            new Origin("S3 itself", true, Events::s3),
            new Origin(
                    "SNS itself",
                    true,
                    keys -> Events.sns(keys.stream().map(Events::created).toList())),
            new Origin(
                    "EventBridge itself",
                    false,
                    keys -> Events.bridged(keys.getFirst()).getBytes(UTF_8)),
            new Origin("S3 Batch Operations, schema 1.0", true, keys -> Events.tasks("1.0", keys)),
            new Origin("S3 Batch Operations, schema 2.0", true, keys -> Events.tasks("2.0", keys)));

    /// An event about one upload.
    byte[] one() {
        return events.apply(List.of("a.jpg"));
    }

    /// An event about three uploads.
    byte[] three() {
        return events.apply(List.of("a.jpg", "b.jpg", "c.jpg"));
    }
}
