package renditions.resize;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import renditions.batch.BytePermits;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Reason;
import renditions.catalog.Made;
import renditions.catalog.Made.Rendition;
import renditions.image.EncodedPicture;
import renditions.image.EngineProfile;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Picture;
import renditions.image.Placeholder;
import renditions.image.RenditionSpec;
import renditions.resize.Decode.Decoded;
import renditions.resize.Render.Stored;
import renditions.resize.Sketch.Sketched;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;

/// Makes and stores all renditions that are not there yet: every kind on the pixel lane, every upload beside it on
/// the network lane, so that no core waits for the store. The base is given back after its last encoding, while
/// uploads are still under way.
///
/// @param engine by name and version
/// @param encoded the budget for encoded renditions
record Render(
        ObjectStore store,
        EngineProfile profile,
        String engine,
        Lanes lanes,
        BytePermits encoded,
        CostModel costs,
        JobSettings settings,
        Held held)
        implements Step<Sketched, Stored> {
    /// The renditions of an upload, all of them durable.
    ///
    /// @param upload what the store says of the content they were made from
    /// @param renditions in the order of the settings
    record Stored(Due due, ObjectFacts upload, Header header, Placeholder placeholder, List<Rendition> renditions) {}

    @Override
    public Progress<Stored> run(Cancellation cancellation, Sketched sketched) {
        var decoded = sketched.decoded();
        var source = decoded.due().source().object();
        var content = settings.content(decoded.upload().etag(), engine);
        var outbox = new Outbox(cancellation, store, lanes, encoded, settings, source, content);
        var specs = settings.renditions().specs();
        List<List<Future<Progress<Rendition>>>> kinds;
        try {
            kinds = lanes.eachOnPixels(specs, spec -> make(cancellation, decoded, spec, outbox));
            held.giveBack(decoded.base());
            outbox.awaitCounted();
            held.giveBack(decoded.permit());
        } finally {
            outbox.settle(); // nothing is sent any more
        }
        return all(
                sketched, kinds.stream().flatMap(List::stream).map(Lanes::await).toList());
    }

    // On the pixel lane. One entry for each format, in their order.
    private List<Future<Progress<Rendition>>> make(
            Cancellation cancellation, Decoded decoded, RenditionSpec spec, Outbox outbox) {
        if (spec.formats().stream().allMatch(format -> isThere(decoded, outbox.place(spec.name(), format)))) {
            return spec.formats().stream()
                    .map(format -> there(decoded, outbox.place(spec.name(), format)))
                    .toList();
        }
        return switch (decoded.base()
                .resize(cancellation, spec.geometry(decoded.header().size()))) {
            case Picture sized -> {
                try (sized) {
                    var sent = new ArrayList<Future<Progress<Rendition>>>();
                    for (var format : spec.formats()) {
                        var place = outbox.place(spec.name(), format);
                        sent.add(
                                isThere(decoded, place)
                                        ? there(decoded, place)
                                        : encode(cancellation, sized, spec, format, outbox));
                    }
                    yield sent;
                }
            }
            case ImageProblem problem -> List.of(ended(Failures.of(problem)));
        };
    }

    private static boolean isThere(Decoded decoded, ObjectId place) {
        return decoded.there().containsKey(place);
    }

    private static Future<Progress<Rendition>> there(Decoded decoded, ObjectId place) {
        return CompletableFuture.completedFuture(
                new Progress.Next<>(requireNonNull(decoded.there().get(place))));
    }

    private Future<Progress<Rendition>> encode(
            Cancellation cancellation, Picture sized, RenditionSpec spec, Format format, Outbox outbox) {
        if (!profile.stoppable(format, sized.size())
                && costs.encoding(format, sized.size()) > cancellation.nanosLeft()) {
            costs.doubtEncoding(format, sized.size());
            return ended(new Outcome.NotFinished<>(new Reason.Unstoppable(format.id())));
        }
        return switch (sized.encode(cancellation, spec.encoding(format))) {
            case EncodedPicture rendition -> outbox.send(spec.name(), rendition);
            case ImageProblem problem -> ended(Failures.of(problem));
        };
    }

    private static Future<Progress<Rendition>> ended(Outcome<Made> outcome) {
        return CompletableFuture.completedFuture(new Progress.End<>(outcome));
    }

    /// The first rendition that was not stored decides how the item ends.
    private static Progress<Stored> all(Sketched sketched, List<Progress<Rendition>> renditions) {
        var stored = new ArrayList<Rendition>();
        for (var rendition : renditions) {
            switch (rendition) {
                case Progress.Next<Rendition>(var one) -> stored.add(one);
                case Progress.End<Rendition>(var outcome) -> {
                    return new Progress.End<>(outcome);
                }
                case Progress.Again<Rendition>(var task) -> {
                    return new Progress.Again<>(task);
                }
            }
        }
        var decoded = sketched.decoded();
        return new Progress.Next<>(
                new Stored(decoded.due(), decoded.upload(), decoded.header(), sketched.placeholder(), stored));
    }
}
