package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import renditions.event.Invocation;
import renditions.event.InvocationReader;
import renditions.event.Upload;
import renditions.local.cloud.UploadedObject;
import renditions.store.ObjectId;

/// The input of a local run.
public sealed interface Scenario {
    /// The folder of this repository's own events and uploads.
    Path EVENTS = Path.of("events");

    /// Its title, for people.
    String title();

    /// The word for one item, for people: not every entry of an event is an upload.
    String noun();

    /// The files that are uploaded, by their objects, in order.
    SequencedMap<ObjectId, Path> files();

    /// Uploads that S3 announces.
    ///
    /// @param then an upload that follows when they are done
    /// @param receives how often a message is received before it is a dead letter
    record Uploads(String title, SequencedMap<ObjectId, Path> files, Optional<Reupload> then, int receives)
            implements Scenario {
        @Override
        public String noun() {
            return "upload";
        }
    }

    /// Uploads, and an event that is handed to the function without a queue.
    ///
    /// @param files the objects that exist; the event may name others, which are missing
    /// @param json the event as the function gets it
    /// @param invocation the event, read
    record Event(String title, SequencedMap<ObjectId, Path> files, String json, Invocation invocation)
            implements Scenario {
        @Override
        public String noun() {
            return invocation.entries().stream().allMatch(Upload.class::isInstance) ? "upload" : "item";
        }
    }

    /// The five uploads of this repository, and the sixth.
    static Uploads of(RunOptions.Five five) throws IOException {
        var files = new LinkedHashMap<ObjectId, Path>();
        try (var uploads = Files.list(EVENTS.resolve("uploads"))) {
            for (var file : uploads.sorted().toList()) {
                files.put(inbox(file.getFileName().toString()), file);
            }
        }
        var folder = EVENTS.resolve(SixthUpload.FOLDER);
        var sixth = new Reupload(
                inbox(SixthUpload.NAME), folder.resolve(SixthUpload.FIRST), folder.resolve(SixthUpload.SECOND));
        return new Uploads("Five uploads, the third corrupt", files, Optional.of(sixth), five.receives());
    }

    /// The developer's own pictures.
    static Uploads of(RunOptions.Photos photos) {
        var files = new LinkedHashMap<ObjectId, Path>();
        photos.files().forEach(file -> files.put(inbox(photos.name(file)), file));
        return new Uploads(
                "The pictures of " + photos.folder().getFileName(), files, Optional.empty(), photos.receives());
    }

    /// The developer's own event. An object that it names exists if the folder `uploads` of this repository, or one
    /// beside the event, has a file of that name or with the ETag of the event.
    ///
    /// @throws renditions.event.UnreadableInvocation if the function serves no such events
    static Event of(RunOptions.Event event) throws IOException {
        var known = new HashMap<String, Path>();
        collect(EVENTS.resolve("uploads"), known);
        collect(event.file().resolveSibling("uploads"), known);
        var files = new LinkedHashMap<ObjectId, Path>();
        var invocation = new InvocationReader().read(event.json().getBytes(UTF_8));
        for (var entry : invocation.entries()) {
            if (entry instanceof Upload upload) {
                var file = known.getOrDefault(name(upload), known.get(String.valueOf(upload.etag())));
                if (file != null) {
                    files.put(upload.object(), file);
                }
            }
        }
        return new Event("The event " + event.file().getFileName(), files, event.json(), invocation);
    }

    /// The sound ones of the five uploads, which are there when a tick comes.
    static Uploads of(RunOptions.Reprocess tick) throws IOException {
        var files =
                new LinkedHashMap<>(of(new RunOptions.Five(RunOptions.RECEIVES)).files());
        files.remove(inbox(FiveUploads.CORRUPT));
        return new Uploads("The tick " + tick.file().getFileName(), files, Optional.empty(), RunOptions.RECEIVES);
    }

    private static ObjectId inbox(String name) {
        return new ObjectId(WriteUploads.BUCKET, FiveUploads.PREFIX + name);
    }

    private static void collect(Path folder, Map<String, Path> into) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    into.put(file.getFileName().toString(), file);
                    into.put(UploadedObject.eTag(Files.readAllBytes(file)), file);
                }
            }
        }
    }

    private static String name(Upload upload) {
        var key = upload.object().key();
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
