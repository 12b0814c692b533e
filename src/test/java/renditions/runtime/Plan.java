package renditions.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import renditions.testing.Manner;

/// The plan of one invocation, and of what happens before and after it.
///
/// @param number the number of the plan, from 1
/// @param letters the messages of the batch
/// @param timeout the time that is left when the invocation begins; zero or negative for none
/// @param freshProcess whether the process is replaced before, so that it is cold
/// @param collection whether the whole heap is collected during the invocation
/// @param freeze whether the process is frozen from its answer to the next event, as Lambda does
record Plan(
        int number, List<Letter> letters, Duration timeout, boolean freshProcess, boolean collection, boolean freeze) {

    /// A message.
    sealed interface Letter {
        /// Announces uploads.
        record Announcing(List<Picture> pictures) implements Letter {}

        /// A redelivered message of the previous batch, whatever its outcome was.
        ///
        /// @param index its index, modulo the size of that batch; if that batch was empty, no message comes
        record Again(int index) implements Letter {}

        /// The test event of S3.
        record Test() implements Letter {}

        /// A message that cannot be read.
        record Unreadable() implements Letter {}
    }

    /// An upload.
    ///
    /// @param fault the fault of S3 with it
    record Picture(Content content, Optional<Fault> fault) {}

    /// The content of an upload.
    sealed interface Content {
        /// A sound picture of the photos.
        record Sound(int photo) implements Content {}

        /// A picture that is cut off in the middle.
        record Cut(int photo) implements Content {}

        /// Bytes without meaning.
        record Noise(long seed) implements Content {}

        /// No bytes.
        record Empty() implements Content {}

        /// An upload that was deleted before its message came.
        record Gone() implements Content {}
    }

    /// A fault of S3.
    record Fault(Place place, Manner manner) {}

    /// The request for an upload that S3 treats badly.
    enum Place {
        OLD_MANIFEST,
        UPLOAD,
        RENDITION,
        MANIFEST
    }
}
