package renditions.event;

/// One item of a batch: an entry, and the delivery that it came in.
///
/// @param delivery the delivery's id
/// @param receiveCount how often the delivery was received, this time included; if several deliveries hold the
///     entry, the highest count of them; or [Delivery#UNCOUNTED]
/// @param group the group within which its order counts, if the order counts
public record Item(String delivery, int receiveCount, String group, Entry entry) {
    /// The part of an item that stays the same when its delivery is redelivered.
    public record Identity(String delivery, Entry entry) {
        /// Its name for people: the object's address, or the delivery.
        public String subject() {
            return switch (entry) {
                case Upload upload -> upload.object().toString();
                case Removal removal -> removal.object().toString();
                case Entry.Ignored _, Entry.Unreadable _ -> "message " + delivery;
            };
        }
    }

    public Identity identity() {
        return new Identity(delivery, entry);
    }

    /// Its name for people.
    public String subject() {
        return identity().subject();
    }

    /// The same item, which also stands for a delivery that was received so often.
    Item alsoReceived(int times) {
        return new Item(delivery, Math.max(receiveCount, times), group, entry);
    }
}
