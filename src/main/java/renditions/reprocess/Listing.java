package renditions.reprocess;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.batch.Problem;
import renditions.batch.Severity;
import renditions.store.KeyOrder;
import renditions.store.ObjectStore;
import renditions.store.Page;
import renditions.store.Page.Entry;
import renditions.store.StoreProblem;

/// A place in the listing of the objects whose keys begin alike, page by page. For one thread.
final class Listing {
    private final ObjectStore store;
    private final String bucket;
    private final String folder;
    private final String prefix;
    private final Deque<Entry> page = new ArrayDeque<>();
    private String last;
    private boolean more = true;

    /// @param folder the part of the keys that does not count: it is cut off
    /// @param prefix what the rest of the keys begins with
    /// @param after only keys whose rest comes after this one; empty for all
    Listing(ObjectStore store, String bucket, String folder, String prefix, String after) {
        this.store = store;
        this.bucket = bucket;
        this.folder = folder;
        this.prefix = prefix;
        last = after;
    }

    /// Fetches the next page, if the objects of the one before are taken and there is one.
    void fill(Cancellation cancellation) throws Halted {
        if (!page.isEmpty() || !more) {
            return;
        }
        var after = last.isEmpty() ? "" : folder + last;
        switch (store.list(cancellation, bucket, folder + prefix, after)) {
            case Page next -> {
                for (var entry : next.entries()) {
                    add(entry);
                }
                more = next.more();
            }
            case StoreProblem problem -> throw new Halted(SweepReport.ending(problem));
        }
    }

    /// Without the order of S3's general purpose buckets a merge would find all kinds of things.
    private void add(Entry entry) throws Halted {
        var key = entry.key().substring(folder.length());
        if (KeyOrder.UTF_8_BYTES.compare(key, last) <= 0) {
            var words =
                    "the bucket " + bucket + " does not list its keys in the order of their bytes; reprocessing needs a"
                            + " general purpose bucket";
            throw new Halted(new SweepReport.Ending.Failed(Problem.of("UNORDERED", words, Severity.CRITICAL)));
        }
        page.add(entry);
        last = key;
    }

    /// Whether it is known what comes next: an object, or none.
    boolean isReady() {
        return !page.isEmpty() || !more;
    }

    /// The rest of the key of the next object; null at the end.
    @Nullable
    String key() {
        var next = page.peek();
        return next == null ? null : next.key().substring(folder.length());
    }

    /// Takes the next object.
    Entry take() {
        return page.remove();
    }
}
