package renditions.event;

/// One item of a batch: an entry, and the delivery it came in.
///
/// @param delivery the delivery's id
/// @param receiveCount how often that was received, this time included
/// @param group the items among which its order counts, where an order counts
public record Item(String delivery, int receiveCount, String group, Entry entry) {
    /// What stays the same each time that its delivery is received.
    public record Identity(String delivery, Entry entry) {
        /// What it is about, for people: the upload's address, or the delivery.
        public String subject() {
            return entry instanceof Upload upload ? upload.object().toString() : "message " + delivery;
        }
    }

    public Identity identity() {
        return new Identity(delivery, entry);
    }

    /// What it is about, for people.
    public String subject() {
        return identity().subject();
    }
}
