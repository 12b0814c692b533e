package renditions.event;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// What an entry is about. Two entries with equal subjects are one item: they are about the same event, in the same
/// group. An event of an upload is known by its content and its sequencer; its other fields do not count. The same
/// content with another sequencer was uploaded again, perhaps after other content or a removal.
///
/// Subjects have an order, which is consistent with equals and means nothing else. Keys come from strangers, who
/// can make many with one hash code: a map of subjects finds them by comparison.
///
/// @param text the bucket of an object, or the reason of an entry without one
/// @param key the key of the object, empty for an entry without one
record Subject(
        Kind kind,
        String group,
        String text,
        String key,
        @Nullable String version,
        @Nullable String etag,
        @Nullable String sequencer)
        implements Comparable<Subject> {
    private static final Comparator<@Nullable String> TEXTS = nullsFirst(naturalOrder());

    private static final Comparator<Subject> ORDER = comparing(Subject::key)
            .thenComparing(Subject::text)
            .thenComparing(Subject::kind)
            .thenComparing(Subject::group)
            .thenComparing(Subject::version, TEXTS)
            .thenComparing(Subject::etag, TEXTS)
            .thenComparing(Subject::sequencer, TEXTS);

    /// The kinds of entries.
    enum Kind {
        UPLOAD,
        REMOVAL,
        IGNORED,
        UNREADABLE
    }

    static Subject of(String group, Entry entry) {
        return switch (entry) {
            case Upload(ObjectId(var bucket, var key, var version), var etag, var _, var sequencer, var _) ->
                new Subject(Kind.UPLOAD, group, bucket, key, version, etag, sequencer);
            case Removal(ObjectId(var bucket, var key, var version), var sequencer) ->
                new Subject(Kind.REMOVAL, group, bucket, key, version, null, sequencer);
            case Entry.Ignored(var reason) -> new Subject(Kind.IGNORED, group, reason, "", null, null, null);
            case Entry.Unreadable(var reason) -> new Subject(Kind.UNREADABLE, group, reason, "", null, null, null);
        };
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
