package renditions.resize;

import java.util.ArrayList;
import java.util.List;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
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
/// @param source the upload
record Attempt(ObjectStore store, Images images, Lanes lanes, JobSettings settings, Source source) {
    Outcome<Made> run(Cancellation cancellation) {
        var place = settings.layout().manifest(source.object());
        return switch (store.get(cancellation, place, null, Manifest.MAX_BYTES)) {
            case StoreProblem.Missing _ -> download(cancellation, new Condition.IfAbsent());
            case StoreProblem problem -> Endings.of(problem);
            case StoredObject found -> {
                try (found) {
                    yield Manifest.read(found.bytes()).covers(source, settings.renditions())
                            ? new Outcome.Skipped<>("its renditions are up to date")
                            : download(cancellation, new Condition.IfMatch(found.etag()));
                }
            }
        };
    }

    private Outcome<Made> download(Cancellation cancellation, Condition manifestUnchanged) {
        return switch (store.get(cancellation, source.object(), source.etag(), settings.maxUploadBytes())) {
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

    private Outcome<Made> probe(Cancellation cancellation, StoredObject upload, Condition manifestUnchanged) {
        var probed = lanes.onPixels(() -> images.probe(cancellation, upload.bytes(), settings.limits()));
        return switch (Lanes.await(probed)) {
            case ImageProblem problem -> Endings.of(problem);
            case Header header -> decode(cancellation, upload, header, manifestUnchanged);
        };
    }

    private Outcome<Made> decode(
            Cancellation cancellation, StoredObject upload, Header header, Condition manifestUnchanged) {
        var renditions = new Renditions(store, lanes, settings, source, header.size());
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
        var manifest = Manifest.write(source, etag, settings.renditions(), images.version(), made);
        var place = settings.layout().manifest(source.object());
        return switch (store.put(cancellation, place, manifest, Manifest.LABELS, manifestUnchanged)) {
            case StoreProblem problem -> Endings.of(problem);
            case Receipt _ -> new Outcome.Done<>(made);
        };
    }
}
