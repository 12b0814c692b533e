package renditions.resize;

import java.util.List;
import renditions.catalog.Made.Rendition;
import renditions.catalog.Source;
import renditions.store.ObjectFacts;

/// What one attempt at an item is to do, and what attempts before it may have left.
///
/// @param aim what is wanted
/// @param source the event
/// @param mayHaveWritten whether an attempt at this event may have stored or removed renditions without committing
///     that: it was received before, or nobody counts, or it lost its commit in this invocation. Until the attempt
///     commits itself, it is never acknowledged
/// @param written the renditions that the attempt before this one stored in this invocation, if it stored all
record Task(Aim aim, Source source, boolean mayHaveWritten, List<Rendition> written) {
    /// What is wanted for an upload.
    enum Aim {
        /// Its renditions are there.
        RENDITIONS,
        /// They are not, if it is gone.
        REMOVAL
    }

    Task {
        written = List.copyOf(written);
    }

    /// The task of an event that was just received.
    static Task received(Aim aim, Source source) {
        return new Task(aim, source, source.receiveCount() != 1, List.of());
    }

    /// The same after renditions were stored, or removed, and the commit was lost.
    Task afterWriting(List<Rendition> stored) {
        return new Task(aim, source, true, stored);
    }

    /// To make the renditions of what is there now.
    Task forNewest() {
        return new Task(Aim.RENDITIONS, source.newest(), mayHaveWritten, written);
    }

    /// The same about this content, which S3 says is there now.
    Task about(ObjectFacts content) {
        return new Task(aim, source.about(content), mayHaveWritten, written);
    }

    /// Whether the event says neither which content it is about nor when it was made: then it is about whatever is
    /// there.
    boolean isAboutWhateverIsThere() {
        return aim == Aim.RENDITIONS && source.etag() == null && source.sequencer() == null;
    }

    /// Whether nothing is forgotten if the event is worked on anew, as if it had just been received.
    boolean isAsReceived() {
        return equals(received(aim, source));
    }

    /// Whether the attempt before stored this very rendition.
    boolean hasStored(Rendition rendition) {
        return written.stream()
                .anyMatch(each ->
                        each.key().equals(rendition.key()) && each.etag().equals(rendition.etag()));
    }
}
