package renditions.resize;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import renditions.batch.BytePermits;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.Made.Rendition;
import renditions.catalog.Sha256;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.store.Condition;
import renditions.store.Labels;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;

/// The encoded renditions of one upload on their way to the store, each on a thread of its own on the network lane.
/// A rendition counts in the pixels' budget until it gets its part of the budget for encoded renditions. It is
/// freed when its PUT has ended.
///
/// Safe for use by many threads.
final class Outbox {
    private final Cancellation cancellation;
    private final ObjectStore store;
    private final Lanes lanes;
    private final BytePermits encoded;
    private final JobSettings settings;
    private final ObjectId source;
    private final String content;
    private final Queue<Sending> sendings = new ConcurrentLinkedQueue<>();

    /// @param encoded the budget for encoded renditions
    /// @param source the upload
    /// @param content stands for what the renditions are made from and how, see [KeyLayout#content]
    Outbox(
            Cancellation cancellation,
            ObjectStore store,
            Lanes lanes,
            BytePermits encoded,
            JobSettings settings,
            ObjectId source,
            String content) {
        this.cancellation = cancellation;
        this.store = store;
        this.lanes = lanes;
        this.encoded = encoded;
        this.settings = settings;
        this.source = source;
        this.content = content;
    }

    /// One rendition on its way.
    ///
    /// @param counted done when the rendition has its part of the budget, or has ended without one
    private record Sending(Future<?> counted, Future<Progress<Rendition>> stored) {}

    /// Where a rendition goes.
    ObjectId place(String name, Format format) {
        return settings.layout().rendition(source, content, name, format);
    }

    /// Begins to store a rendition, which it takes over. Never waits.
    ///
    /// @param name its name in the settings
    Future<Progress<Rendition>> send(String name, EncodedPicture rendition) {
        var counted = new CompletableFuture<Void>();
        Future<Progress<Rendition>> stored;
        try {
            stored = lanes.onNetwork(() -> put(name, rendition, counted));
        } catch (Throwable thrown) { // the thread did not start
            rendition.close();
            throw thrown;
        }
        sendings.add(new Sending(counted, stored));
        return stored;
    }

    /// Waits until no rendition counts in the pixels' budget.
    void awaitCounted() {
        sendings.forEach(sending -> Lanes.settle(sending.counted()));
    }

    /// Waits until every rendition is stored or has failed.
    void settle() {
        sendings.forEach(sending -> Lanes.settle(sending.stored()));
    }

    // Runs on the network lane and owns the rendition. It waits for the budget, and then only for the store.
    private Progress<Rendition> put(String name, EncodedPicture rendition, CompletableFuture<Void> counted) {
        var target = place(name, rendition.format());
        try (rendition;
                var _ = encoded.acquire(cancellation, rendition.bytes().byteSize())) {
            counted.complete(null);
            return put(target, name, rendition);
        } catch (InterruptedException cancelled) {
            return new Progress.End<>(Failures.of(new StoreProblem.Stopped(target)));
        } finally {
            counted.complete(null);
        }
    }

    private Progress<Rendition> put(ObjectId target, String name, EncodedPicture rendition) {
        var bytes = rendition.bytes();
        var mark = new ContentMark(content, Sha256.of(bytes.asByteBuffer()));
        var labels = new Labels(rendition.format().contentType(), settings.cacheControl(), mark.metadata());
        return switch (store.put(cancellation, target, bytes, labels, new Condition.Always())) {
            case Receipt receipt ->
                new Progress.Next<>(new Rendition(
                        name,
                        rendition.format(),
                        target.key(),
                        rendition.size(),
                        bytes.byteSize(),
                        mark.sha256(),
                        receipt.etag()));
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }
}
