package renditions.local.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import renditions.event.Entry;
import renditions.event.Upload;
import renditions.local.cloud.UploadedObject;
import renditions.local.replay.Replayed.Unplayed;
import renditions.store.ObjectId;

/// The pictures that stand for the uploads of a replay.
public final class ReplayPictures {
    /// The ETag of an upload in parts is no digest of its content.
    private static final Pattern IN_PARTS = Pattern.compile("[0-9a-fA-F]{32}-[0-9]{1,5}");

    private final PictureFolder folder;
    private final Map<ObjectId, Picture> found;
    private final Map<String, String> etags;

    private ReplayPictures(PictureFolder folder, Map<ObjectId, Picture> found, Map<String, String> etags) {
        this.folder = folder;
        this.found = found;
        this.etags = etags;
    }

    /// A file and the ETag that its content has in S3.
    private record Picture(Path file, String etag) {}

    /// Looks up the pictures of these entries.
    ///
    /// @param folder its real path
    public static ReplayPictures of(Path folder, List<Entry> entries) throws IOException {
        var pictures = new ReplayPictures(new PictureFolder(folder), new LinkedHashMap<>(), new HashMap<>());
        for (var entry : entries) {
            if (entry instanceof Upload upload) {
                pictures.find(upload);
            }
        }
        return pictures;
    }

    private void find(Upload upload) throws IOException {
        var file = folder.find(upload.object().key());
        if (file.isPresent()) {
            var etag = UploadedObject.eTag(Files.readAllBytes(file.get()));
            found.put(upload.object(), new Picture(file.get(), etag));
            if (upload.etag() != null && IN_PARTS.matcher(upload.etag()).matches()) {
                etags.put(upload.etag(), etag);
            }
        }
    }

    /// The files to be uploaded.
    public Map<ObjectId, Path> files() {
        var files = new LinkedHashMap<ObjectId, Path>();
        found.forEach((object, picture) -> files.put(object, picture.file()));
        return files;
    }

    /// For each ETag of an upload in parts, which no file can have, the ETag of its picture.
    public Map<String, String> etags() {
        return Map.copyOf(etags);
    }

    /// In what the picture of an upload differs from what the event names, each in one sentence without a full stop.
    ///
    /// @param upload with a picture; its ETag is already one that a file can have
    public List<String> notes(Upload upload) {
        var notes = new ArrayList<String>();
        var picture = found.get(upload.object());
        if (picture != null && upload.etag() != null) {
            if (etags.containsValue(upload.etag())) {
                notes.add("it was uploaded in parts, so its ETag is no digest: " + picture.file()
                        + " is taken for its content unseen");
            } else if (!picture.etag().equals(upload.etag().replace("\"", ""))) {
                notes.add(picture.file() + " is other content, with the ETag " + picture.etag() + "; the event names "
                        + upload.etag() + ". So this is as if the upload had been replaced since (or its bucket"
                        + " encrypts with a KMS key, whose ETags are no digests)");
            }
        }
        if (upload.object().version() != null) {
            notes.add("the event names the version " + upload.object().version()
                    + ", which a folder does not keep; the function always reads the newest content");
        }
        return List.copyOf(notes);
    }

    /// Why an upload cannot be replayed, and what to do about it; empty if its picture is there.
    ///
    /// @param refused the reason for each upload that the embedded S3 did not take
    public Optional<Unplayed> missing(Upload upload, Map<ObjectId, String> refused) {
        var object = upload.object();
        if (refused.containsKey(object)) {
            return Optional.of(new Unplayed(
                    object.toString(),
                    refused.get(object),
                    "Its picture is in the folder, but the embedded S3 treats keys as paths: try this key on AWS."));
        }
        return found.containsKey(object) ? Optional.empty() : Optional.of(new MissingPicture(folder, object).entry());
    }
}
