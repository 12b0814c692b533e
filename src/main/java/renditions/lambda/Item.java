package renditions.lambda;

import renditions.event.Entry;
import renditions.event.Upload;

/// One item of a batch: an entry, and the message it came in.
///
/// @param message the message's id
/// @param receiveCount how often that was received, this time included
/// @param group within it items keep their order where one is kept: the message group of a FIFO queue. All items
///     of other queues are one group, whatever their messages are labelled with
public record Item(String message, int receiveCount, String group, Entry entry) {
    /// What stays the same each time that its message is received.
    public record Identity(String message, Entry entry) {
        /// What it is about, for people: the upload's address, or the message.
        public String subject() {
            return entry instanceof Upload upload ? upload.object().toString() : "message " + message;
        }
    }

    public Identity identity() {
        return new Identity(message, entry);
    }

    /// What it is about, for people.
    public String subject() {
        return identity().subject();
    }
}
