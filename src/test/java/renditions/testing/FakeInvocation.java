package renditions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import renditions.batch.Outcome;
import renditions.event.Delivery;
import renditions.event.DeliveryOutcome;
import renditions.event.Entry;
import renditions.event.Invocation;
import renditions.event.Upload;
import renditions.store.ObjectId;

/// An invocation by a source of the tests' own. Each line of its events has the id of a delivery, its group, and
/// the keys of its uploads in the bucket `in`. Each line of the reply has the id of an acknowledged delivery.
public record FakeInvocation(List<Delivery> deliveries, Order order) implements Invocation {
    public FakeInvocation {
        deliveries = List.copyOf(deliveries);
    }

    /// A source whose deliveries do not depend on each other.
    public static FakeInvocation of(List<Delivery> deliveries) {
        return new FakeInvocation(deliveries, Order.INDEPENDENT);
    }

    /// Reads an event; the order counts inside a group.
    public static Invocation read(byte[] event) {
        return new FakeInvocation(
                new String(event, UTF_8).lines().map(FakeInvocation::delivery).toList(), Order.IN_GROUPS);
    }

    private static Delivery delivery(String line) {
        var words = line.split(" ", -1);
        var uploads = Stream.of(Arrays.copyOfRange(words, 2, words.length)).<Entry>map(FakeInvocation::upload);
        return new Delivery(words[0], 1, words[1], uploads.toList());
    }

    private static Upload upload(String key) {
        return new Upload(new ObjectId("in", key), null, OptionalLong.empty(), null);
    }

    @Override
    public byte[] reply(List<? extends Outcome<?>> outcomes) {
        return DeliveryOutcome.of(this, outcomes).stream()
                .filter(DeliveryOutcome::acknowledged)
                .map(delivery -> delivery.delivery().id() + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }
}
