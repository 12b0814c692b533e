package renditions.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.local.report.ItemStatus;
import renditions.local.report.Journey;
import renditions.local.report.Place;
import renditions.local.report.Preview;
import renditions.local.report.RunItem;
import renditions.local.report.RunPicture;
import renditions.local.report.RunReport;
import renditions.store.ObjectId;
import software.amazon.awssdk.services.s3.S3Client;

/// Gathers each item for the report: how it ended, and its renditions in S3.
///
/// @param s3 the S3 with the renditions
/// @param bucket the bucket of the renditions
/// @param recorder knows how the items ended
/// @param story knows when the items were received
record RunItems(S3Client s3, String bucket, Recorder recorder, Story story) {
    /// An item that the function was given.
    ///
    /// @param file its upload, or null
    /// @param place where its delivery is now
    RunItem of(Item.Identity item, @Nullable Path file, Place place) throws IOException {
        var bytes = file == null ? new byte[0] : Files.readAllBytes(file);
        var last = recorder.last(item);
        return new RunItem(
                Recorder.name(item),
                Story.status(last.outcome()),
                last.outcome() instanceof Outcome.Failed<Made>(var problem) ? problem.code() : "",
                last.why(),
                size(last.outcome()),
                bytes.length,
                last.took(),
                Preview.of(bytes),
                placeholder(last.outcome()),
                renditions(last.outcome()),
                new Journey(story.stops(item), place),
                report(last.outcome()));
    }

    private Optional<RunReport> report(Outcome<Made> outcome) {
        return outcome instanceof Outcome.Quarantined<Made>(var _, var address)
                ? Optional.of(new RunReport(address, object(key(address))))
                : Optional.empty();
    }

    /// The key of a report in the bucket of the renditions.
    private String key(String address) {
        return address.substring(("s3://" + bucket + "/").length());
    }

    /// One item for each upload, in their order, and one for each message that announced none.
    ///
    /// @param dead the ids of the messages in the dead-letter queue; all others are deleted
    /// @param refused the reason for each upload that S3 did not take
    List<RunItem> of(Scenario.Uploads scenario, Set<String> dead, Map<ObjectId, String> refused) throws IOException {
        var announced = new HashMap<ObjectId, Item.Identity>();
        var items = new ArrayList<RunItem>();
        for (var item : story.items()) {
            if (item.entry() instanceof Upload upload) {
                announced.put(upload.object(), item);
            } else {
                items.add(of(item, null, place(item, dead)));
            }
        }
        int at = 0;
        for (var upload : scenario.files().entrySet()) {
            var item = announced.get(upload.getKey());
            var file = upload.getValue();
            var why = refused.getOrDefault(upload.getKey(), "S3 announced no such upload");
            items.add(
                    at++, item == null ? refused(upload.getKey().key(), file, why) : of(item, file, place(item, dead)));
        }
        return items;
    }

    private static Place place(Item.Identity item, Set<String> dead) {
        return dead.contains(item.delivery()) ? Place.DEAD_LETTERS : Place.DELETED;
    }

    private List<RunPicture> renditions(Outcome<Made> outcome) {
        return outcome instanceof Outcome.Done<Made>(var made)
                ? made.renditions().stream().map(this::picture).toList()
                : List.of();
    }

    private RunPicture picture(Made.Rendition rendition) {
        return new RunPicture(rendition.name(), rendition.format(), rendition.size(), object(rendition.key()));
    }

    private byte[] object(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArrayUnsafe();
    }

    private static Optional<Placeholder> placeholder(Outcome<Made> outcome) {
        return outcome instanceof Outcome.Done<Made>(var made) ? Optional.of(made.placeholder()) : Optional.empty();
    }

    private static Optional<PixelSize> size(Outcome<Made> outcome) {
        return outcome instanceof Outcome.Done<Made>(var made) ? Optional.of(made.size()) : Optional.empty();
    }

    /// An upload that S3 did not take.
    private static RunItem refused(String key, Path file, String why) throws IOException {
        return new RunItem(
                key,
                ItemStatus.FAILED,
                "",
                why,
                Optional.empty(),
                Files.size(file),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Journey(List.of(), Place.NOWHERE),
                Optional.empty());
    }
}
