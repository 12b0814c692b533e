package renditions.local.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import renditions.event.Entry;
import renditions.event.Upload;
import renditions.local.replay.Picture.NoRoom;
import renditions.local.replay.Picture.Refused;
import renditions.local.replay.Picture.Stored;
import renditions.local.replay.Picture.TooLarge;
import renditions.local.replay.Replayed.Unplayed;
import renditions.store.ObjectId;

/// The pictures that stand for the uploads of a replay. An upload without one is missing, which matters only if the
/// function asks for it.
public final class ReplayPictures {
    private final PictureFolder folder;
    private final Limits limits;
    private final Map<ObjectId, Picture> found = new HashMap<>();
    private final Map<ObjectId, String> inParts = new HashMap<>();
    private long stored;

    private ReplayPictures(PictureFolder folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /// How much is uploaded; all other files are not even read.
    ///
    /// @param most the largest upload that the function downloads, in bytes
    /// @param room how many bytes the store may hold
    public record Limits(long most, long room) {}

    /// Looks up the pictures of these entries and stores them, each once.
    ///
    /// @param folder its real path
    /// @param done gets the key of each upload that was looked up
    public static ReplayPictures of(
            Path folder, List<Entry> entries, Limits limits, PictureStore store, Consumer<String> done)
            throws IOException {
        var pictures = new ReplayPictures(new PictureFolder(folder), limits);
        for (var entry : entries) {
            if (entry instanceof Upload upload) {
                pictures.find(upload, store);
                done.accept(upload.object().key());
            }
        }
        return pictures;
    }

    private void find(Upload upload, PictureStore store) throws IOException {
        var place = place(upload);
        var file = folder.find(place.key());
        if (file.isPresent() && !found.containsKey(place)) {
            found.put(place, picture(place, file.get(), store));
        }
        if (found.get(place) instanceof Stored(var _, var etag) && Notification.isInParts(upload.etag())) {
            inParts.put(place, etag);
        }
    }

    private Picture picture(ObjectId place, Path file, PictureStore store) throws IOException {
        long bytes = Files.size(file);
        if (bytes > limits.most()) {
            return new TooLarge(file, bytes, limits.most());
        }
        if (bytes > limits.room() - stored) {
            return new NoRoom(file, bytes, limits.room());
        }
        stored += bytes;
        return store.put(place, file);
    }

    /// For each upload in parts, whose ETag no file can have, the ETag of its picture.
    public Map<ObjectId, String> etags() {
        return Map.copyOf(inParts);
    }

    /// In what the picture of an upload differs from what the event names, each in one sentence without a full
    /// stop.
    ///
    /// @param upload its ETag is already one that a file can have
    public List<String> notes(Upload upload) {
        var notes = new ArrayList<String>();
        var etag = upload.etag();
        if (etag != null && found.get(place(upload)) instanceof Stored picture) {
            if (etag.equals(inParts.get(place(upload)))) {
                notes.add("it was uploaded in parts, so its ETag is no digest: " + picture.file()
                        + " is taken for its content unseen");
            } else if (!picture.etag().equals(etag.replace("\"", ""))) {
                notes.add(picture.file() + " is other content, with the ETag " + picture.etag() + "; the event names "
                        + etag + ". So this is as if the upload had been replaced since (or its bucket"
                        + " encrypts with a KMS key, whose ETags are no digests)");
            }
        }
        if (upload.object().version() != null) {
            notes.add("the event names the version " + upload.object().version()
                    + ", which a folder does not keep; the function always reads the newest content");
        }
        return List.copyOf(notes);
    }

    /// Why an upload that the function asked for cannot be replayed, and what to do about it; empty if its picture
    /// is there.
    public Optional<Unplayed> unplayed(Upload upload) {
        return switch (found.get(place(upload))) {
            case Stored _ -> Optional.empty();
            case null -> Optional.of(new MissingPicture(folder, upload.object()).entry());
            case Refused refused -> Optional.of(UnusablePicture.entry(upload.object(), refused));
            case TooLarge large -> Optional.of(UnusablePicture.entry(upload.object(), large));
            case NoRoom large -> Optional.of(UnusablePicture.entry(upload.object(), large));
        };
    }

    /// All versions of an upload have one picture.
    private static ObjectId place(Upload upload) {
        return new ObjectId(upload.object().bucket(), upload.object().key());
    }
}
