package renditions.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import renditions.testing.Manner;

/// What is to happen in one invocation, and before and after it.
///
/// @param number of the plan, from 1
/// @param letters the messages of the batch
/// @param timeout what is left of the invocation's time when it begins; zero or negative: nothing
/// @param freshProcess whether the process is replaced before, so that nothing in it is warm
/// @param collection whether the whole heap is collected meanwhile
/// @param freeze whether the process is frozen from its answer to the next event, as Lambda does
record Plan(
        int number, List<Letter> letters, Duration timeout, boolean freshProcess, boolean collection, boolean freeze) {

    /// A message.
    sealed interface Letter {
        /// Announces uploads.
        record Announcing(List<Picture> pictures) implements Letter {}

        /// Is redelivered: one of the batch before, whatever became of it.
        ///
        /// @param index modulo the size of that batch; where there was none, nothing comes
        record Again(int index) implements Letter {}

        /// The test event of S3.
        record Test() implements Letter {}

        /// Nothing that anybody could read.
        record Unreadable() implements Letter {}
    }

    /// An upload.
    ///
    /// @param fault what S3 does wrong with it
    record Picture(Content content, Optional<Fault> fault) {}

    /// What is uploaded.
    sealed interface Content {
        /// A sound picture of the photos.
        record Sound(int photo) implements Content {}

        /// One that is cut off in the middle.
        record Cut(int photo) implements Content {}

        /// Bytes without meaning.
        record Noise(long seed) implements Content {}

        /// Not a single byte.
        record Empty() implements Content {}

        /// An upload that was deleted before its message came.
        record Gone() implements Content {}
    }

    /// Something wrong with S3.
    record Fault(Place place, Manner manner) {}

    /// Which request for an upload S3 treats badly.
    enum Place {
        OLD_MANIFEST,
        UPLOAD,
        RENDITION,
        MANIFEST
    }
}
