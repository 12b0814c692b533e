package renditions.resize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.Made.Rendition;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.RenditionSpec;
import renditions.resize.Probe.Recognised;
import renditions.resize.Resume.Resumed;
import renditions.store.Looked;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.StoreProblem;

/// Where an attempt at the same event may have stored renditions, asks which of them are there: what was made of
/// the same content, by the same settings and the same engine, is not made again. A first attempt asks nothing.
///
/// Race with an attempt at other content: what it writes after this look, or its commit, takes this one's commit
/// from it, or it finds this one's manifest and compares.
///
/// @param engine by name and version
record Resume(ObjectStore store, Lanes lanes, String engine, JobSettings settings)
        implements Step<Recognised, Resumed> {
    /// A picture, and its renditions that are there already, by their places.
    record Resumed(Recognised picture, Map<ObjectId, Rendition> there) {
        Resumed {
            there = Collections.unmodifiableMap(there);
        }
    }

    @Override
    public Progress<Resumed> run(Cancellation cancellation, Recognised picture) {
        var downloaded = picture.downloaded();
        if (!downloaded.due().task().mayHaveWritten()) {
            return new Progress.Next<>(new Resumed(picture, Map.of()));
        }
        var content = settings.content(downloaded.upload().etag(), engine);
        var places = new ArrayList<Place>();
        for (var spec : settings.renditions().specs()) {
            for (var format : spec.formats()) {
                var object =
                        settings.layout().rendition(downloaded.due().source().object(), content, spec.name(), format);
                places.add(new Place(object, spec, format));
            }
        }
        var looks = lanes.eachOnNetwork(places, place -> new Look(place, store.head(cancellation, place.object())));
        return resumed(picture, content, looks);
    }

    private record Look(Place place, Looked answer) {}

    private record Place(ObjectId object, RenditionSpec spec, Format format) {
        Rendition rendition(ObjectFacts facts, ContentMark mark, Header header) {
            var size = spec.geometry(header.size()).canvas();
            return new Rendition(spec.name(), format, object.key(), size, facts.length(), mark.sha256(), facts.etag());
        }
    }

    private static Progress<Resumed> resumed(Recognised picture, String content, Iterable<Look> looks) {
        var there = new HashMap<ObjectId, Rendition>();
        for (var look : looks) {
            switch (look.answer()) {
                case ObjectFacts facts ->
                    ContentMark.of(facts.metadata())
                            .filter(mark -> mark.content().equals(content))
                            .ifPresent(mark -> there.put(
                                    look.place().object(), look.place().rendition(facts, mark, picture.header())));
                case StoreProblem.Missing _ -> {}
                case StoreProblem problem -> {
                    return new Progress.End<>(Failures.of(problem));
                }
            }
        }
        return new Progress.Next<>(new Resumed(picture, there));
    }
}
