package renditions.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import renditions.image.Format;
import renditions.image.vips.VipsImages;
import renditions.local.cloud.SqsEvents;
import renditions.local.cloud.UploadedObject;

/// Writes the folder `events` of this repository: the five uploads, the event that announces them, and both contents
/// of the sixth upload.
public final class WriteUploads {
    /// The bucket of the five uploads.
    public static final String BUCKET = "uploads";

    /// The name of the event's file.
    static final String EVENT = "five-uploads-third-corrupt.json";

    private WriteUploads() {}

    /// Writes all of them into the folder `events` of the working directory.
    public static void main(String[] arguments) throws IOException {
        var engine = new EnginePictures(VipsImages.load(System.getenv("LIBVIPS"), null));
        into(Path.of("events"), png -> engine.encoded(png, Format.WEBP, 82));
    }

    /// Writes `uploads/`, the event and `replaced/` into `events`.
    ///
    /// @param webp turns the bytes of a PNG into a WebP
    static void into(Path events, UnaryOperator<byte[]> webp) throws IOException {
        var uploads = FiveUploads.make(webp);
        write(events.resolve("uploads"), uploads);
        Files.writeString(events.resolve(EVENT), event(uploads));
        write(events.resolve(SixthUpload.FOLDER), SixthUpload.contents());
    }

    private static void write(Path folder, List<Upload> files) throws IOException {
        Files.createDirectories(folder);
        for (var file : files) {
            Files.write(folder.resolve(file.name()), file.bytes());
        }
    }

    /// The event that announces these uploads.
    static String event(List<Upload> uploads) {
        var objects = uploads.stream()
                .map(upload -> UploadedObject.of(BUCKET, FiveUploads.PREFIX + upload.name(), upload.bytes()))
                .toList();
        return new SqsEvents("uploads", Instant.parse("2026-01-01T08:00:00Z")).batch(objects);
    }
}
