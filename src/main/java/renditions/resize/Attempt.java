package renditions.resize;

import java.util.ArrayList;
import java.util.List;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Reason;
import renditions.batch.Severity;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.catalog.Source;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.resize.Renditions.Piece;
import renditions.store.Condition;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;

/// One attempt at one upload, step by step: look for its manifest, download it, read its header, decode it once,
/// make and store every rendition, store the manifest. Each step hands on to the next or ends the item.
///
/// What is downloaded is the newest content, if it still has the entity tag of the event: an older version's
/// renditions must never lie over a newer one's.
///
/// @param source the upload
record Attempt(
        ObjectStore store,
        Images images,
        Lanes lanes,
        Memory memory,
        CostModel costs,
        JobSettings settings,
        Source source) {
    /// The code of the problem that somebody else committed first.
    static final String LOST_COMMIT = "LOST_COMMIT";

    Outcome<Made> run(Cancellation cancellation) throws InterruptedException {
        var place = settings.layout().manifest(source.object());
        return switch (store.get(cancellation, place, null, Manifest.MAX_BYTES)) {
            case StoreProblem.Missing _ -> download(cancellation, new Condition.IfAbsent());
            case StoreProblem.TooLarge _ -> download(cancellation, new Condition.Always()); // no manifest of ours
            case StoreProblem problem -> Endings.of(problem);
            case StoredObject found -> {
                try (found) {
                    yield Manifest.read(found.bytes())
                                    .filter(manifest -> manifest.covers(source, settings.digest()))
                                    .isPresent()
                            ? new Outcome.Skipped<>("its renditions are up to date")
                            : download(cancellation, new Condition.IfMatch(found.etag()));
                }
            }
        };
    }

    private Outcome<Made> download(Cancellation cancellation, Condition manifestUnchanged) throws InterruptedException {
        long most = mostBytes();
        try (var _ = memory.uploads().acquire(cancellation, most)) {
            return download(cancellation, most, manifestUnchanged);
        }
    }

    /// An entity tag vouches for the size that the event says; without one the object may be another by now.
    private long mostBytes() {
        return source.etag() == null
                ? settings.maxUploadBytes()
                : Math.min(settings.maxUploadBytes(), source.size().orElse(settings.maxUploadBytes()));
    }

    private Outcome<Made> download(Cancellation cancellation, long mostBytes, Condition manifestUnchanged)
            throws InterruptedException {
        return switch (store.get(cancellation, source.newest().object(), source.etag(), mostBytes)) {
            case StoreProblem.Changed _ ->
                new Outcome.Skipped<>("superseded: it was replaced, and its new content has an event of its own");
            case StoreProblem problem -> Endings.of(problem);
            case StoredObject upload -> {
                try (upload) {
                    yield probe(cancellation, upload, manifestUnchanged);
                }
            }
        };
    }

    private Outcome<Made> probe(Cancellation cancellation, StoredObject upload, Condition manifestUnchanged)
            throws InterruptedException {
        var probed = lanes.onPixels(() -> images.probe(cancellation, upload.bytes(), settings.limits()));
        return switch (Lanes.await(probed)) {
            case ImageProblem problem -> Endings.of(problem);
            case Header header -> admit(cancellation, upload, header, manifestUnchanged);
        };
    }

    /// The second look at its cost, now that its pixels are known: what is not expected to be done is not begun.
    private Outcome<Made> admit(
            Cancellation cancellation, StoredObject upload, Header header, Condition manifestUnchanged)
            throws InterruptedException {
        var renditions = new Renditions(store, images.profile(), lanes, costs, settings, source, header.size());
        var size = renditions.baseSize();
        var cost = costs.fromHeader(header, upload.bytes().byteSize(), size, settings.renditions());
        Lanes.expect(cost.pixelNanos());
        long left = cancellation.nanosLeft();
        if (cost.nanos() > left) {
            return new Outcome.NotStarted<>(new Reason.TooLong(cost.nanos(), Math.max(0, left)));
        }
        var profile = images.profile();
        long needed = profile.decodeBytes(header) + profile.renderBytes(size);
        try (var _ = memory.pixels().acquire(cancellation, needed)) {
            return decode(cancellation, upload, header, renditions, manifestUnchanged);
        }
    }

    private Outcome<Made> decode(
            Cancellation cancellation,
            StoredObject upload,
            Header header,
            Renditions renditions,
            Condition manifestUnchanged) {
        var size = renditions.baseSize();
        var decoded = lanes.onPixels(() -> images.decode(cancellation, upload.bytes(), header, size));
        return switch (Lanes.await(decoded)) {
            case ImageProblem problem -> Endings.of(problem);
            case Picture base -> {
                List<Piece> pieces;
                try (base) {
                    pieces = renditions.make(cancellation, base);
                }
                yield commit(cancellation, upload.etag(), header, pieces, manifestUnchanged);
            }
        };
    }

    private Outcome<Made> commit(
            Cancellation cancellation, String etag, Header header, List<Piece> pieces, Condition manifestUnchanged) {
        var stored = new ArrayList<Made.Rendition>();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Lost(var ending) -> {
                    return ending;
                }
                case Piece.Stored(var rendition) -> stored.add(rendition);
            }
        }
        var made = new Made(header.format(), header.size(), stored);
        var manifest = new Manifest(source.object(), etag, settings.digest(), images.version(), made);
        var place = settings.layout().manifest(source.object());
        return switch (store.put(cancellation, place, manifest.write(), Manifest.LABELS, manifestUnchanged)) {
            case StoreProblem.Changed _ ->
                Endings.failed(
                        LOST_COMMIT,
                        "renditions of " + source.object() + " were committed by another attempt meanwhile",
                        Severity.RETRYABLE);
            case StoreProblem problem -> Endings.of(problem);
            case Receipt _ -> new Outcome.Done<>(made);
        };
    }
}
