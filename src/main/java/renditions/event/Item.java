package renditions.event;

/// One item of a batch: an entry, and the delivery that it came in.
///
/// @param delivery the delivery's id
/// @param receiveCount how often the delivery was received, this time included
/// @param group the group within which its order counts, if the order counts
public record Item(String delivery, int receiveCount, String group, Entry entry) {
    /// The part of an item that stays the same when its delivery is redelivered.
    public record Identity(String delivery, Entry entry) {
        /// Its name for people: the upload's address, or the delivery.
        public String subject() {
            return entry instanceof Upload upload ? upload.object().toString() : "message " + delivery;
        }
    }

    public Identity identity() {
        return new Identity(delivery, entry);
    }

    /// Its name for people.
    public String subject() {
        return identity().subject();
    }
}
