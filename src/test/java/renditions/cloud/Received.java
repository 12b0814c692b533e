package renditions.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import renditions.event.InvocationReader;
import renditions.event.Upload;
import renditions.local.cloud.Receive;
import renditions.local.cloud.SqsRecord;
import renditions.local.cloud.UploadQueue;

/// What a mapping has received, and which uploads the messages announce. Safe for use by many threads.
final class Received implements Receive.Listener {
    private final List<Receive> batches = new CopyOnWriteArrayList<>();

    @Override
    public void received(Receive receive) {
        batches.add(receive);
    }

    List<Receive> batches() {
        return List.copyOf(batches);
    }

    /// The messages that announced this upload, in their order.
    List<SqsRecord> announcing(String key) {
        return batches.stream()
                .flatMap(receive -> receive.messages().stream())
                .filter(message -> keys(message).contains(key))
                .toList();
    }

    /// The uploads that the dead letters of a queue announce; takes them out.
    static List<String> deadLetters(UploadQueue queue) {
        return queue.takeDeadLetters().stream()
                .flatMap(letter -> keys(letter).stream())
                .toList();
    }

    private static List<String> keys(SqsRecord message) {
        var event = SqsRecord.event(List.of(message)).getBytes(UTF_8);
        return new InvocationReader()
                .read(event).entries().stream()
                        .filter(Upload.class::isInstance)
                        .map(entry -> ((Upload) entry).object().key())
                        .toList();
    }
}
