package renditions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import renditions.event.Delivery;
import renditions.event.DeliveryOutcome;
import renditions.event.Entry;
import renditions.event.Invocation;
import renditions.event.Reply;
import renditions.event.Upload;
import renditions.store.ObjectId;

/// A source of the tests' own. Each line of its events has the id of a delivery, its group, and the keys of its
/// uploads in the bucket `in`. Each line of the reply has the id of an acknowledged delivery.
public final class FakeSource {
    private FakeSource() {}

    /// An invocation by this source.
    public static Invocation invocation(Invocation.Order order, List<Delivery> deliveries) {
        return new Invocation(deliveries, order, FakeSource::write);
    }

    /// An invocation by this source, whose deliveries do not depend on each other.
    public static Invocation independent(List<Delivery> deliveries) {
        return invocation(Invocation.Order.INDEPENDENT, deliveries);
    }

    /// Reads an event; the order counts inside a group.
    public static Invocation read(byte[] event) {
        var lines = new String(event, UTF_8).lines();
        return invocation(
                Invocation.Order.IN_GROUPS, lines.map(FakeSource::delivery).toList());
    }

    private static Delivery delivery(String line) {
        var words = line.split(" ", -1);
        var uploads = Stream.of(Arrays.copyOfRange(words, 2, words.length)).<Entry>map(FakeSource::upload);
        return new Delivery(words[0], 1, words[1], uploads.toList());
    }

    private static Upload upload(String key) {
        return new Upload(new ObjectId("in", key), null, OptionalLong.empty(), null);
    }

    private static Reply write(List<DeliveryOutcome> deliveries) {
        var acknowledged = deliveries.stream()
                .filter(DeliveryOutcome::acknowledged)
                .map(delivery -> delivery.delivery().id() + "\n")
                .collect(Collectors.joining());
        return new Reply.Text(acknowledged.getBytes(UTF_8));
    }
}
