package renditions.resize;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Reason;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.image.EncodedPicture;
import renditions.image.EngineProfile;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.ImageProblem;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.RenditionSpec;
import renditions.store.Condition;
import renditions.store.Labels;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;

/// Makes and stores all renditions of one decoded picture: every kind on the pixel lane, every upload beside it on
/// the network lane, so that no core waits for the store.
final class Renditions {
    private final ObjectStore store;
    private final EngineProfile profile;
    private final Lanes lanes;
    private final CostModel costs;
    private final JobSettings settings;
    private final Source source;
    private final PixelSize original;

    /// All that began, also those whose kind then failed.
    private final Queue<Future<Piece>> uploads = new ConcurrentLinkedQueue<>();

    /// @param original the upload's size, upright
    Renditions(
            ObjectStore store,
            EngineProfile profile,
            Lanes lanes,
            CostModel costs,
            JobSettings settings,
            Source source,
            PixelSize original) {
        this.store = store;
        this.profile = profile;
        this.lanes = lanes;
        this.costs = costs;
        this.settings = settings;
        this.source = source;
        this.original = original;
    }

    /// What became of one rendition.
    sealed interface Piece {
        /// It is durable.
        record Stored(Made.Rendition rendition) implements Piece {}

        /// It is not, and this is how its item ends.
        record Lost(Outcome<Made> ending) implements Piece {}
    }

    /// The smallest size that every rendition can be made from without enlarging.
    PixelSize baseSize() {
        return specs().map(this::geometry)
                .map(Geometry::scaled)
                .reduce((one, other) -> one.pixels() >= other.pixels() ? one : other)
                .orElseThrow();
    }

    /// Makes and stores all of them and returns when nothing of it is running any more, so that `base` can be
    /// closed. Used once.
    ///
    /// @return one piece for each kind and format, in the order of the settings
    List<Piece> make(Cancellation cancellation, Picture base) {
        var specs = settings.renditions().specs();
        var kinds = new ArrayList<Future<List<Future<Piece>>>>(specs.size()); // so large that adding cannot fail
        try {
            for (var spec : specs) {
                kinds.add(lanes.onPixels(() -> make(cancellation, base, spec)));
            }
        } finally {
            kinds.forEach(Lanes::settle); // after this no upload begins
            uploads.forEach(Lanes::settle);
        }
        return kinds.stream()
                .flatMap(kind -> Lanes.await(kind).stream())
                .map(Lanes::await)
                .toList();
    }

    // On the pixel lane.
    private List<Future<Piece>> make(Cancellation cancellation, Picture base, RenditionSpec spec) {
        return switch (base.resize(cancellation, geometry(spec))) {
            case ImageProblem problem -> List.of(lost(problem));
            case Picture sized -> {
                try (sized) {
                    var pieces = new ArrayList<Future<Piece>>();
                    spec.formats().forEach(format -> pieces.add(encode(cancellation, sized, spec, format)));
                    yield pieces;
                }
            }
        };
    }

    private Future<Piece> encode(Cancellation cancellation, Picture sized, RenditionSpec spec, Format format) {
        if (!profile.stoppable(format, sized.size())
                && costs.encoding(format, sized.size()) > cancellation.nanosLeft()) {
            return CompletableFuture.completedFuture(
                    new Piece.Lost(new Outcome.NotFinished<>(new Reason.Unstoppable(format.id()))));
        }
        return switch (sized.encode(cancellation, format, spec.quality(format))) {
            case ImageProblem problem -> lost(problem);
            case EncodedPicture encoded -> begin(cancellation, spec.name(), encoded);
        };
    }

    // Takes the encoded picture over.
    private Future<Piece> begin(Cancellation cancellation, String name, EncodedPicture encoded) {
        var upload = start(cancellation, name, encoded);
        try {
            uploads.add(upload);
        } catch (Throwable thrown) { // no memory to remember it
            Lanes.settle(upload);
            throw thrown;
        }
        return upload;
    }

    private Future<Piece> start(Cancellation cancellation, String name, EncodedPicture encoded) {
        try {
            return lanes.onNetwork(() -> upload(cancellation, name, encoded));
        } catch (Throwable thrown) { // no memory for a thread
            encoded.close();
            throw thrown;
        }
    }

    // On the network lane; owns the encoded picture.
    private Piece upload(Cancellation cancellation, String name, EncodedPicture encoded) {
        try (encoded) {
            var target = settings.layout().rendition(source.object(), name, encoded.format());
            var labels = new Labels(encoded.format().contentType(), settings.cacheControl());
            return switch (store.put(cancellation, target, encoded.bytes(), labels, new Condition.Always())) {
                case StoreProblem problem -> new Piece.Lost(Endings.of(problem));
                case Receipt _ ->
                    new Piece.Stored(new Made.Rendition(
                            name,
                            encoded.format(),
                            target.key(),
                            encoded.size(),
                            encoded.bytes().byteSize()));
            };
        }
    }

    private Stream<RenditionSpec> specs() {
        return settings.renditions().specs().stream();
    }

    private Geometry geometry(RenditionSpec spec) {
        return spec.geometry(original);
    }

    private static Future<Piece> lost(ImageProblem problem) {
        return CompletableFuture.completedFuture(new Piece.Lost(Endings.of(problem)));
    }
}
