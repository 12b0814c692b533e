package renditions.replies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import renditions.replies.Told.Named;

/// The page of the replies.
final class RepliesPage {
    private static final String BEGINNING = """
            # Replies

            This page says for each source of events and each [outcome](../README.md#outcomes) of an upload what the source is told, byte for byte. `RepliesTest` makes it, and fails if the page says something else. To make the page again: `make test TESTS=RepliesTest`, then `cp target/replies.md docs/replies.md`.

            | Source | It is told | Then |
            |---|---|---|
            | a queue of SQS, whoever fills it: S3, SNS (with or without raw delivery), EventBridge, all mixed | the messages that are not acknowledged | the queue redelivers them, and in the end they are dead letters. All others are deleted |
            | S3, SNS or EventBridge itself: Lambda takes the event and keeps it (an asynchronous invocation) | nothing, or one exception at the end if anything is not acknowledged. It joins all causes | Lambda hands the whole event over again, twice at most (a setting of the function), and then to the failure destination, if there is one. A retry skips what is done |
            | S3 Batch Operations | a result for each task | the job tries temporary failures again and reports the permanent ones. Tasks without a result are temporary failures |

            - **Permanent problems of asynchronous events** follow `CORRUPT`, like those of messages. With `quarantine` a report is stored and the function returns. With `retry` it throws: so Lambda tries twice in vain, and the failure destination gets the event. Without such a destination nothing would be left of it; `quarantine` is the better choice there. What cannot be quarantined (`UNREADABLE`, `KEY_TOO_LONG`) is always thrown.
            - **Nobody counts the attempts** at asynchronous events and at tasks. So each may have been tried before and have left renditions behind, and is treated as redelivered: it is acknowledged only after a look at what lies there. An upload that has no manifest yet costs a HEAD for each rendition, a few per cent of what its PUTs cost. Its picture is no [suspect](ward.md), because there is no sign that it killed a process; the log says `"receiveCount": "0"`.
            - **A task says neither ETag nor sequencer,** so it is about what S3 has when it is worked on: where there is a manifest, S3 is asked first which content that is. A task's version is only logged, because no old version may cover the renditions of the newest.
            - **User arguments** of a job (schema 2.0) are not supported. Its tasks fail permanently and say so, rather than do something else than what was asked for.

            """;

    private static final String REFUSED = """
            ## Refused events

            An event that no source sends, or that lacks what its reply must have, is refused as a whole: the function throws `UnreadableInvocation` with one sentence.

            | Event | Sentence |
            |---|---|
            """;

    private RepliesPage() {}

    static String text() {
        var sections = Origin.ALL.stream().map(RepliesPage::section).collect(joining());
        var refusals = Refused.ALL.stream()
                .map(event -> row("`" + event + "`", Told.refusal(event.getBytes(UTF_8))))
                .collect(joining());
        return BEGINNING + sections + REFUSED + refusals;
    }

    private static String section(Origin origin) {
        var each = Told.OUTCOMES.stream()
                .map(named -> row(named.name(), Told.of(origin.one(), List.of(named.outcome()))))
                .collect(joining());
        return String.format(
                Locale.ROOT,
                "## %s\n\n```json\n%s\n```\n\n| Outcome | Reply |\n|---|---|\n%s%s\n",
                origin.title(),
                new String(origin.one(), UTF_8),
                each,
                origin.holdsSeveral() ? several(origin) : "");
    }

    /// An upload that is done, one that failed and one that was not begun.
    private static String several(Origin origin) {
        var three = List.of(Told.OUTCOMES.get(0), Told.OUTCOMES.get(4), Told.OUTCOMES.get(6));
        var names = three.stream().map(Named::name).collect(joining("; "));
        return row(
                names,
                Told.of(origin.three(), three.stream().map(Named::outcome).toList()));
    }

    private static String row(String... cells) {
        return String.join(" | ", cells).transform(row -> "| " + row + " |\n");
    }
}
