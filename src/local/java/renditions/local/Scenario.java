package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import renditions.event.InvocationReader;
import renditions.event.SqsBatch;
import renditions.event.Upload;
import renditions.store.ObjectId;

/// What a local run is about: the files that are uploaded, and then the event that announces uploads.
///
/// @param title for people
/// @param files by where they go, in order; an object that the event names and this does not is not there
/// @param event as the function gets it
/// @param batch the same, read
public record Scenario(String title, SequencedMap<ObjectId, Path> files, String event, SqsBatch batch) {
    private static final Path EVENTS = Path.of("events");

    /// The five uploads of this repository, and their event.
    public static Scenario five() throws IOException {
        return announced("Five uploads, the third corrupt", EVENTS.resolve(WriteUploads.EVENT));
    }

    /// One's own event. What it names is there if the folder `uploads` of this repository, or one beside the event, has
    /// a file of that name, or one with the entity tag that the event says.
    ///
    /// @throws renditions.event.UnreadableInvocation when it is none of the events that the function serves
    public static Scenario of(RunOptions.Event event) throws IOException {
        return announced("The event " + event.file().getFileName(), event.file());
    }

    /// One's own pictures, and the event that S3 and SQS would have made of their upload.
    public static Scenario of(RunOptions.Photos photos) throws IOException {
        var files = new LinkedHashMap<ObjectId, Path>();
        var objects = new ArrayList<UploadedObject>();
        for (var file : photos.files()) {
            var key = FiveUploads.PREFIX + photos.name(file);
            files.put(new ObjectId(WriteUploads.BUCKET, key), file);
            var upload = new renditions.local.Upload(key, Files.readAllBytes(file));
            objects.add(UploadedObject.of(WriteUploads.BUCKET, key, upload));
        }
        var event = new SqsEvents(WriteUploads.BUCKET, Instant.now()).batch(objects);
        return new Scenario("The pictures of " + photos.folder().getFileName(), files, event, read(event));
    }

    private static Scenario announced(String title, Path event) throws IOException {
        var known = new HashMap<String, Path>();
        collect(EVENTS.resolve("uploads"), known);
        collect(event.resolveSibling("uploads"), known);
        var text = Files.readString(event);
        var files = new LinkedHashMap<ObjectId, Path>();
        var batch = read(text);
        for (var entry : batch.entries()) {
            if (entry instanceof Upload upload) {
                var file = known.getOrDefault(name(upload), known.get(String.valueOf(upload.etag())));
                if (file != null) {
                    files.put(upload.object(), file);
                }
            }
        }
        return new Scenario(title, files, text, batch);
    }

    private static void collect(Path folder, Map<String, Path> into) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    into.put(file.getFileName().toString(), file);
                    into.put(new renditions.local.Upload("", Files.readAllBytes(file)).eTag(), file);
                }
            }
        }
    }

    private static String name(Upload upload) {
        var key = upload.object().key();
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static SqsBatch read(String event) {
        return switch (new InvocationReader().read(event.getBytes(UTF_8))) {
            case SqsBatch batch -> batch;
        };
    }
}
